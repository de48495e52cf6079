### English: sentences made from what others wrote, and what happened when a language model was asked to word them.

## What a template can say from one sentence of a source
line-written-opener = I read this on “{ $title }”: “{ $quote }”
line-written-opener-untitled = I read this before we met: “{ $quote }”
line-written-company = { $title }: “{ $quote }”
line-written-company-untitled = In their own words: “{ $quote }”
line-written-question = What has changed for you since “{ $quote }”?
line-written-two-sentences = I read on your website: “{ $quote }”
line-written-to-you = I read on your website that { $told }.
line-written-news = I read the news about you: “{ $quote }”
line-written-follow-up = We spoke about this: “{ $quote }”

## How the model fared
reason-model-used = A language model worded this; every sentence was checked against its source
reason-model-no-material = Nothing in the sources could be turned into a sentence
reason-model-key-refused = The language model refused our key ({ $status }): check COMPANION_LLM_KEY. Sentences are written from templates
reason-model-unknown = The language model or its address is not known there ({ $status }): check COMPANION_LLM_MODEL and COMPANION_LLM_BASE_URL. Sentences are written from templates
reason-model-resting = The language model was not asked again yet after it had refused us
reason-model-budget = Today's budget for the language model is used up; sentences are written from templates until tomorrow
reason-model-busy = The language model asked us to wait longer than there was time
reason-model-failed = The language model could not answer ({ $status })
reason-model-unreachable = The language model could not be reached
reason-model-slow = The language model did not answer in time
reason-model-too-long = The language model's answer was too long to be read
reason-model-unreadable = The language model's answer could not be read
reason-model-refused = The language model would not write this
reason-model-dropped = { $count ->
    [one] One sentence of the language model was not proven by its source and was left out
   *[other] { $count } sentences of the language model were not proven by their sources and were left out
}
reason-model-template-missing = The prompt “{ $task }” could not be read; sentences are written from templates

## Why a sentence was left out
reason-claim-no-source = It names a source that does not exist
reason-claim-quote-short = Its quote is too short to prove anything
reason-claim-quote-not-there = Its quote is not in the source
reason-claim-too-long = It is longer than { $count } characters
reason-claim-empty = It says nothing
reason-claim-hidden = It holds characters that cannot be seen, or markup
reason-claim-contact = It brings an address or a link: { $what }
reason-claim-instruction = It tells the reader what to do: { $what }
reason-claim-name = Its source does not name “{ $what }”
reason-claim-number = Its source has no “{ $what }”
reason-claim-date = Its source does not say “{ $what }”
reason-claim-grave = Its source does not speak of “{ $what }”
reason-claim-not-asked = It was not asked for
reason-claim-secret = It repeats what was not meant to be seen
