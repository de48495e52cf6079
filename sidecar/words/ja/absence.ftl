### 不在、出張、延びた通話、そして招待のその後。

## 承諾の後に変わったこと：静かな一行
card-since-accepted = 承諾の後の変更：{ $changes }
card-changed-time = { $day } { $clock }から変更
card-changed-length = { $before }分から{ $now }分に変更
card-changed-place = 場所は{ $place }に変更
card-changed-no-place = 場所の記載なしに変更
card-changed-organizer = 開催者は{ $who }さんに変更
card-changed-came = { $who }さんを追加
card-changed-went = { $who }さんは招待なしに
card-you-tentative = 返信は今のところ仮承諾です
card-last-of-series = 予定表では、この定例会議の最終回です

## 出張先での時刻
card-there = { $place }は{ $clock }（滞在先）
card-there-said = { $place }は{ $clock }（ご自身の指定）
card-there-asks = { $place }は{ $clock }（予定表より）。端末の時刻は{ $other }です
card-there-device = { $place }は{ $clock }。端末の時刻は{ $other }です
act-there = { $place }時間を使う
act-there-back = 元に戻す
noted-stay-zone = 登録しました：この出張中は{ $place }の時刻で表示します。

## 次の会議に食い込む通話
card-running-late = { $clock }の時点で、前の通話が続いていました
act-late-chat = 5分遅れを伝える
act-late-mail = 5分遅れをメール
act-late-hint = 文を入力済みのチャットを開きます。送るのはご自身です。
act-late-mail-hint = Teamsを離れ、文を入力済みのメールをOutlookで開きます。送るのはご自身です。
card-late-subject = 5分ほど遅れます
card-late-text = 前の通話が延びているため、5分ほど遅れて参加いたします。恐れ入りますが、先に始めていただけますでしょうか。

## 不在の後
nudge-catch-up = { $from }から{ $until }までの不在中
nudge-catch-up-day = { $day }の不在中
nudge-catch-up-met = { $count ->
   *[other] 不在中の顧客会議{ $count }件：{ $what }
}
nudge-catch-up-waits = 返信待ちの方：{ $who }
nudge-catch-up-due = { $count ->
   *[other] 期日を迎えた約束{ $count }件：{ $what }
}
reason-away = カードなし：{ $day } { $clock }まで不在です
