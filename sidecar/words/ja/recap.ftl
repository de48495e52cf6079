# 終わった通話について伝えること。

recap-nothing-said = このトランスクリプトに発言はありません。
recap-other-language = この通話は英語でもドイツ語でもありません。ほかの言語では、約束、決定、懸念を探しません。
recap-nameless = 話者の名前がない発言があり、誰の約束かはわかりません。
recap-no-date = 通話の日付がないため、期日は発言のまま、日付なしで示します。
recap-not-among-speakers = 「{ $who }」という話者はこのトランスクリプトにいません。

recap-because-back = 休憩が終わりました。次の話題に移るよい機会です。
recap-because-topic = { $count }分休みなく続き、ちょうど話題が変わりました。
recap-because-long = { $count }分休みなく続いています。
recap-because-lunch = 多くの方がお昼どきです。
recap-because-midpoint = 長い通話のちょうど半ばです。

recap-call =
    { $count ->
       *[other] { $count }分の通話。
    }
recap-promises = 約束
recap-decisions = 決定事項
recap-open = 未回答の質問
recap-concerns = 懸念
recap-roles = 役割の候補（ご自身だけへの提案）
recap-breaks = 休憩によかった時点
recap-summary = 話したことの要約
recap-somebody = 誰か
recap-promise = { $who }：{ $what }
recap-promise-due = { $who }：{ $what }、{ $due }（「{ $said }」）
recap-promise-words = { $who }：{ $what }（「{ $said }」）
recap-asked = これは合意ですか？「{ $quote }」
recap-quote = 「{ $quote }」
recap-quote-of = { $who }：「{ $quote }」
recap-role = { $who }、{ $role ->
    [decision_maker] 決裁者
    [skeptic] 慎重派
   *[trailblazer] 推進役
  }：「{ $quote }」
recap-break = { $kind ->
    [break] コーヒー休憩
    [break_firm] 今すぐ休憩
    [midpoint] 中間の休憩
    [lunch] 昼食
   *[new_topic] 次の話題
  }：{ $because }
