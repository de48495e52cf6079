### 日本語：ご自身の端末で測定したこと。キーと変数はどの言語でも同じです。

check-device-microphone = マイク
check-device-camera = カメラ
check-device-speaker = スピーカー
check-devices-tested = { $day } { $clock }に確認済み：{ $what }
check-devices-failed = { $day } { $clock }に問題あり：{ $what }
check-devices-failed-before = 前回の{ $day } { $clock }に問題あり：{ $what }。もう一度お試しください
check-devices-partly = { $day } { $clock }に未確認：{ $what }
check-devices-long-ago = 最後の確認は{ $day } { $clock }
check-screen-share-offered = お使いのブラウザーで使えます（{ $day } { $clock }に確認）
check-screen-share-not-offered = { $day } { $clock }には、お使いのブラウザーで使えませんでした
check-last-failed = { $count ->
   *[other] 前回{ $day }に問題あり：{ $what }。
}
check-link-spent = このリンクは使用済みか、10分の期限が過ぎています。カードかサイドパネルから新しいリンクを取得してください。
check-link-run = テクニカルチェック
check-link-offer = マイク、カメラ、ネットワークを今確認できます。リンクは10分以内に一度だけ使えます。
check-link-open = チェックを開く
check-link-no-address = テクニカルチェックの公開アドレスがありません。管理者がCOMPANION_PUBLIC_URLを設定します。
check-session-over = このチェックは終了しました。カードかサイドパネルから新しいリンクを取得してください。
check-results-unreadable = ページから届いた結果を読めませんでした。もう一度テクニカルチェックを開いてください。
check-too-much = 回数が多すぎます。1分ほど待って、もう一度お試しください。
check-database-away = 今は結果を保存できません。このページには残っていますので、1分ほどしてもう一度お試しください。
check-plan-b-for-client = リンクがつながらない場合は、{ $number }へお電話ください{ $code ->
    [none] 。
   *[other] 。会議IDは{ $code }です。
}
check-plan-b-call-them = リンクがつながらないときは{ $who }さんに電話：{ $number }

## 会議のオプションの内容
check-lobby-open = 全員がロビーを通らずに入れます
check-lobby-invited = サインインした招待者だけが直接入れます。ほかの方はロビーから許可してください
check-lobby-trusted = 信頼済みの組織の方は直接入れます。ほかの方はロビーで待ちます
check-lobby-wait = 顧客は、許可されるまでロビーで待ちます
check-lobby-refused = 会議のオプションを読めません。管理者の許可がまだありません
check-recording-by-itself = 開始と同時に自動で録画されます。事前に顧客へ伝えましょう
check-recording-not-by-itself = 自動では始まりません。録画の前に、ひとこと確認しましょう
check-recording-off = この会議は誰も録画できません
check-access-presenters = 画面を共有できるのは指定した発表者だけです。顧客は共有できません
check-access-everyone = 先方も画面を共有できます。先方のネットワークから参加できるか確認しましょう
check-attachments-linked = { $count ->
   *[other] { $count }件はリンクのみです。顧客が開けないかもしれません
}

## カードの表示の理由
card-why-tech-check = テクニカルチェックで測定した結果です
card-why-options = オンライン会議のオプションから
card-why-their-mail = 先方のメールに書かれています
card-why-ticked = ご自身で確認済みにしました
