### 日本語：カードが届いた理由、届かなかった理由。キーと変数はどの言語でも同じです。

reason-not-installed = カードなし：アプリがインストールされていないか、削除されています
reason-outside-group = カードなし：管理者が選んだグループのメンバーだけに届き、この方はメンバーではありません
reason-group-unasked = カードはまだありません：対象グループのメンバーかどうか、ディレクトリの回答を待っています
reason-no-permission = { $day } { $clock }からカードなし：アプリにこの予定表を読む権限がありません（{ $code }）。管理者がCalendars.Readに同意するか、Exchange Onlineのアプリケーション アクセス ポリシーにこのメールボックスを含める必要があります
reason-no-mailbox = { $day } { $clock }からカードなし：この方の予定表がMicrosoft 365で見つかりません（{ $code }）。Exchange Onlineのライセンスがあるメールボックスの有無を、管理者がご確認ください
reason-calendar-trouble = { $day } { $clock }から予定表を読み取れません（{ $code }）。自動でもう一度試します
reason-calendar-unread = カードはまだありません：予定表をまだ読み取っていません
reason-welcome-waits = ごあいさつはまだ届いていません。{ $day } { $clock }に届きます。カードはそれを待たずに届きます
reason-welcome-soon = ごあいさつはまだ届いていません。次の勤務時間中に届きます。カードはそれを待たずに届きます
reason-sent = { $what }：{ $day } { $clock }に送信
reason-edited = { $what }：{ $day } { $clock }に送信し、その後も最新に更新
reason-folded = { $what }：{ $day } { $clock }に送信し、会議の変更後は1行に省略
reason-waits = { $what }：{ $day } { $clock }に届きます
reason-over-budget = 個別のカードなし：1日{ $count }件の上限に達したため、「今日の残り」にまとめました
reason-too-late = カードなし：会議の開始前に送信できませんでした
reason-booked-late = カードなし：会議が始まってから予定表に入りました
reason-came-late = カードなし：アプリをインストールした時点で、会議は始まっていました
reason-twin = 個別のカードなし：同じ会議が予定表に2つあり、もう一方にカードがあります
reason-quiet-before = 通常の時刻が通知オフの時間帯に入るため、早めに届きます
reason-quiet-now = 通知オフの時間帯が終わるのを待っています
bot-why-title = カードが届いた理由、届かなかった理由
bot-why-all-well = この期間の顧客会議には、すべてカードが届いているか、これから届きます。
bot-why-line = { $day } { $clock } · { $subject }：{ $why }
bot-why-more = ほか{ $count }件
bot-word-why = なぜカードがない？
bot-does-why = 今週の会議ごとの結果と理由
