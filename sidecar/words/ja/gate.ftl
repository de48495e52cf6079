### 日本語：下書きを見せる前の確認の言葉。

## つづりと文法
gate-issue-spelling = 「{ $text }」は辞書にありません
gate-issue-name = 「{ $text }」は名前「{ $name }」に似ていますが、同じではありません
gate-issue-grammar = ここの「{ $text }」は「{ $instead }」が正しい形です
gate-not-checked = 言語を判別できないため、つづりは確認していません
gate-not-checked-in = 「{ $language }」の辞書がないため、つづりは確認していません

## 名前と宛先
gate-name = 「{ $text }」は名前「{ $name }」に似ていますが、同じではありません
gate-greets-stranger = 「{ $text }」宛てのあいさつですが、この会議に同じ名前の方はいません
gate-placeholder = 「{ $text }」が未記入のままです
gate-no-recipient = 宛先がありません
gate-recipient-unreadable = 「{ $text }」はメールアドレスではありません
gate-recipient-other-client = { $who }は別の顧客の方です：{ $client }
gate-recipient-stranger = { $who }はこの会議の参加者ではありません
gate-recipient-twice = { $who }が宛先に二度あります
gate-hidden-in-subject = 件名に見えない文字が含まれています
gate-no-subject = 件名がありません
gate-subject-long = 件名が{ $count }文字を超えています
gate-empty = 本文がありません

## 内容
gate-worn = 「{ $text }」は決まり文句です。この顧客に伝えたいことを書くか、省きましょう
gate-instruction-missing = 必要なご案内が抜けています：{ $what }
gate-reads-pasted = 使い回しに見えます。{ $percent }%が以前の近況伺いと同じです（例：「{ $quote }」）
