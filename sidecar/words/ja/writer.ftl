### 日本語：ほかの人が書いたものから作る文と、言語モデルに文を頼んだ結果。

## 出典の一文から定型で言えること
line-written-opener = 「{ $title }」で拝見しました：「{ $quote }」
line-written-opener-untitled = お会いする前に拝見しました：「{ $quote }」
line-written-company = { $title }：「{ $quote }」
line-written-company-untitled = 先方の言葉：「{ $quote }」
line-written-question = 「{ $quote }」から、何か変わったことはありますか？
line-written-two-sentences = 貴社のサイトで拝見しました：「{ $quote }」
line-written-to-you = 貴社のサイトで次の内容を拝見しました：{ $told }。
line-written-news = 貴社のニュースを拝見しました：「{ $quote }」
line-written-follow-up = このお話をしました：「{ $quote }」

## 言語モデルの結果
reason-model-used = 文は言語モデルが作り、すべて出典と照合しました
reason-model-no-material = 文にできる内容が出典にありませんでした
reason-model-key-refused = 言語モデルがキーを拒否しました（{ $status }）。COMPANION_LLM_KEYを確認してください。文は定型で作ります
reason-model-unknown = 言語モデルかそのアドレスが見つかりません（{ $status }）。COMPANION_LLM_MODELとCOMPANION_LLM_BASE_URLを確認してください。文は定型で作ります
reason-model-resting = 言語モデルに拒否されたため、再度の依頼はまだ行っていません
reason-model-budget = 言語モデルの今日の上限に達しました。明日まで文は定型で作ります
reason-model-busy = 言語モデルが、残り時間より長く待つよう求めました
reason-model-failed = 言語モデルが回答できませんでした（{ $status }）
reason-model-unreachable = 言語モデルに接続できませんでした
reason-model-slow = 言語モデルの回答が間に合いませんでした
reason-model-too-long = 言語モデルの回答が長すぎて読めませんでした
reason-model-unreadable = 言語モデルの回答を読めませんでした
reason-model-refused = 言語モデルがこの文の作成を断りました
reason-model-dropped = { $count ->
   *[other] 出典で裏づけられない文を{ $count }件除きました
}
reason-model-template-missing = プロンプト「{ $task }」を読めませんでした。文は定型で作ります

## 文を除いた理由
reason-claim-no-source = 存在しない出典を挙げています
reason-claim-quote-short = 引用が短すぎて裏づけになりません
reason-claim-quote-not-there = 引用が出典にありません
reason-claim-too-long = { $count }文字を超えています
reason-claim-empty = 内容がありません
reason-claim-hidden = 見えない文字かマークアップを含んでいます
reason-claim-contact = アドレスかリンクを含んでいます：{ $what }
reason-claim-instruction = 読み手に指図しています：{ $what }
reason-claim-name = 出典に「{ $what }」という名前がありません
reason-claim-number = 出典に「{ $what }」がありません
reason-claim-date = 出典に「{ $what }」の記載がありません
reason-claim-grave = 出典は「{ $what }」に触れていません
reason-claim-not-asked = 求めていない内容です
reason-claim-secret = 表示すべきでない内容を繰り返しています
