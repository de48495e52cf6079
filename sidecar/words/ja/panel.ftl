### 日本語：サイドパネルと個人用タブでのサーバーの言葉。キーと変数はどの言語でも同じです。

## 見られる人
panel-signed-out = サインインしていないか、期限が切れています。Teamsでパネルを開き直してください。
panel-not-installed = Client Companionがまだ追加されていません。Teamsの「アプリ」でClient Companionを探して「追加」を選び、もう一度開いてください。
panel-not-yours = 見つからないか、ご自身のものではありません。ご自身の予定表からパネルを開いてください。
panel-too-often = 回数が多すぎます。1分ほど待って、もう一度お試しください。
panel-away = 今は保存も読み込みもできません。自動でもう一度試します。

## パネルから送られたもの
panel-bad-body = パネルから届いた内容を使えません。再読み込みして、もう一度お試しください。
panel-note-empty = 先に何か入力してください。
panel-note-long = { $most }文字を超えています。二つのメモに分けてください。
panel-note-many = この会議にはメモが{ $most }件あります。先に一つ削除してください。
panel-must-many = この会議には項目が{ $most }件あります。先に一つ削除してください。
panel-bytes-many = 一度に測定できるのは2メガバイトまでです。

## 会議がない理由
panel-why-unread = 予定表をまだ読み込んでいません。追加してから1分ほどかかります。
panel-why-cannot-read = 今は予定表を読めません。Microsoft 365の管理者が「companion doctor」で原因を調べられます。
panel-why-none = この24時間に顧客との会議はありません。
panel-why-chat = このチャットに対応する会議が予定表に見つかりません。参加中の会議を選んでください。

## 短い要点
panel-line-first = { $name }との初めての会議
panel-line-met = { $name }、前回の会議は{ $day }
panel-day-clock = { $day } { $clock }
check-ticked = { $clock }に確認済み
check-ticked-before = { $day } { $clock }に確認済み

## 必ず話すこと
panel-must-promise = ご自身の約束：{ $text }
panel-must-parked = 前回の保留：{ $text }
panel-must-agreed = 前回から：{ $text }

## 話の進め方
panel-point-decision-maker = 決裁者として登録：決めるために何が必要か、尋ねましょう。
panel-point-skeptic = 慎重派として登録：気がかりな点を早めに尋ねましょう。
panel-point-trailblazer = 推進役として登録：うまくいったことを話してもらいましょう。
card-role-decision-maker = 決裁者
card-role-skeptic = 慎重派
card-role-trailblazer = 推進役

## 通話のあと
panel-after-promise = 約束を果たす：{ $text }
panel-after-promise-who = { $who }さんの約束：{ $text }
panel-after-skeptic = 懸念のある{ $who }さんと二人で話す
panel-after-open = まだ話していない項目：{ $text }
panel-after-parked = あらためて取り上げる：{ $text }
panel-after-next = 次の会議

## 今週
panel-week-sent = カードは{ $day } { $clock }に届きました
panel-week-waiting = カードは{ $day } { $clock }に届きます
panel-week-none = カードの予定はありません
