### 日本語：先方に合わない時間に入った会議。キーと変数はどの言語でも同じです。

booking-summary = 新しい会議の時刻は先方に負担がかかります
booking-fine = この時刻に支障はなくなりました。
booking-better = 全員にとって楽な時間
booking-for = { $who }は{ $clock }
booking-send = まだ何も送っていません。コピーするか、入力済みのフォームを開いてください：
booking-text = 「{ $subject }」の日時を変更させていただいてもよろしいでしょうか。{ $theirs }ではいかがでしょうか。こちらの時刻では{ $mine }です。
booking-text-mine = 「{ $subject }」の日時を変更させていただいてもよろしいでしょうか。{ $mine }ではいかがでしょうか。
act-propose = { $when }を提案
act-schedule = Teamsで開く ↗
act-booking-fine = この時刻でよい
tap-slot-past = その時刻は過ぎました。カードに新しい候補があります。
moment-booking-warning = 予約
noted-booking-fine = 登録しました：この時刻で進めます。
booking-last-time = 前回は{ $who }の負担が大きい時刻でした。
