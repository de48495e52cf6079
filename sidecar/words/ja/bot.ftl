## ボットの言葉：あいさつ、コマンド、言葉だけでは足りないとき

bot-summary = お返事が届きました
bot-welcome-summary = Client Companionの準備ができました
bot-welcome-title = すべての顧客会議の準備に
bot-welcome-value = 顧客との会議の{ $count }分前に、カードが一枚届きます。参加者、先方の時刻、参加方法、前回の約束がわかります。
bot-welcome-start = あとは自動で始まります。届く時刻や回数は「設定」で変えられます。
bot-welcome-limits = 顧客に送信することも、通話に加わることも、会議のチャットに何かを表示することもありません。
bot-can-title = 次のように送ってください
bot-cannot-title = 行わないこと
bot-cannot-send = 顧客への送信。下書きまでを作り、送るのはご自身です。
bot-cannot-join = 通話への参加、録音、傍聴。
bot-cannot-show = カードやメモをほかの人に見せること。
bot-cannot-guess = 推測。わからないことは、わからないとお伝えします。
bot-hello = { $name }さん、こんにちは
bot-hello-nobody = こんにちは
bot-next-is = 次の顧客会議：{ $when }、{ $what }
bot-other = そのコマンドはありません。
bot-thanks = どういたしまして。次のカードも自動で届きます。
bot-undo = どのカードも取り消せます。タップのあとの「元に戻す」か、「もっと見る」からどうぞ。ミュートと顧客の指定は、ここで解除できます。
bot-word-today = 今日
bot-word-next = 次
bot-word-brief = 概要 { $who }
bot-word-mute = ミュート
bot-word-settings = 設定
bot-word-not-client = 顧客ではない
bot-word-help = ヘルプ
bot-does-today = 今日の顧客
bot-does-next = 次の会議のカード
bot-does-brief = その方との次のカード
bot-does-mute = 今日、顧客、定例会議をミュート
bot-does-settings = 届く時刻、回数、言語
bot-does-not-client = 顧客ではない組織を登録
bot-does-help = この一覧

bot-today-title = 今日の顧客
bot-today-none = 今日は顧客との会議がありません。
bot-tomorrow-title = 明日の顧客
bot-tomorrow-none = 明日は顧客との会議がありません。
bot-none-coming = この先数週間、顧客との会議は見当たりません。社外の方が招待されている会議が対象です。
bot-unread = 予定表を読み込んでいます。1分ほどしてから、もう一度お試しください。
bot-brief-whom = どなたとの会議ですか？
bot-brief-which = どの会議ですか？
bot-brief-others = または、次のどれかでしょうか：
bot-brief-nobody = 「{ $who }」との今後の会議は見つかりません。
bot-brief-left-out = { $subject }、{ $when }。{ $reason }
bot-brief-known = 今後の会議：

bot-mute-title = ミュート
bot-mute-what = カードを送らない対象
bot-mute-client = 顧客：{ $who }
bot-mute-series = 定例会議：{ $subject }
bot-muted-what = ミュート中
bot-muted-series = 今後の予定がない定例会議
bot-muted-day = { $day }
bot-muted-none = ミュート中のものはありません。
bot-client-title = 顧客ではないのはどなたですか？
bot-client-what = 今後の会議から
bot-client-none = 今後の会議に社外の方はいません。
bot-client-said = 顧客ではないと登録済み
noted-unmuted = 登録しました：カードがまた届きます。
noted-client-again = 登録しました：{ $who }を再び顧客として扱います。
noted-tick = 登録しました：{ $what }は確認済みです。

bot-settings-title = 設定
bot-settings-change = { $label }：{ $value }（以前：{ $before }）
bot-settings-saved = 保存しました。今後の予定にも反映されます。
bot-settings-same = 変更はありません。
bot-settings-problem = { $label }：{ $why }

bot-failed = うまくいきませんでした。少し待って、もう一度お試しください。
bot-calendar-closed = 予定表を読めなくなったため、カードを一時停止しています。管理者の方が設定を直すと、自動で再開します。
bot-group = お返事はご自身とのチャットでのみ行います。チャットを開いて「こんにちは」と送ってください。ここでは顧客の話をしません。

act-today = 今日
act-next = 次の会議
act-settings = 設定
act-help = ヘルプ
act-what-else = ほかにできること
act-mute-do = ミュート
act-unmute = ミュート解除
act-client-again = 顧客に戻す
act-open-card = { $clock } { $who }
act-open-card-on = { $day } { $clock } { $who }
act-settings-save = 保存
act-settings-more = ほかの設定
act-tick = 確認済み
act-tick-what = もう確認しましたか？
act-role = 役割を登録
act-role-who = どなたの役割ですか？
act-role-what = どの役割ですか？ほかの人には見えません。
act-role-decides = 決裁者
act-role-skeptic = 慎重派
act-role-trailblazer = 推進役
act-role-none = 役割なし
act-draft-welcome = あいさつの下書き
act-draft-plan = 予備手段の下書き
act-open-mail = メールアプリで開く ↗
act-open-outlook = Outlookで開く ↗

## 下書き：コピーして使う文。送るかどうかは本人が決めます。
bot-draft-send = コピーして自由に直せます。まだ何も送っていません。
bot-draft-to = 宛先：{ $who }
bot-draft-called = { $name }様
bot-draft-welcome-subject = お打ち合わせの件：{ $subject }
bot-draft-welcome-text = { $who }

    お世話になっております。
    { $when }のお打ち合わせを楽しみにしております。
    { $how }
    事前に準備しておくべきことがございましたら、お知らせください。

    どうぞよろしくお願いいたします。
    { $me }
bot-draft-how-link = こちらのリンクからご参加いただけます：{ $url }
bot-draft-how-dial = お電話でのご参加はこちらの番号です：{ $number }
bot-draft-how-none = ご参加方法は、あらためて事前にご連絡いたします。
bot-draft-plan-subject = 接続できない場合のご連絡方法：{ $subject }
bot-draft-plan-text = { $who }

    お世話になっております。
    { $when }に万一接続できない場合は、次の方法でお願いいたします。
    { $how }
    それでもつながらない場合は、すぐにメールでご連絡し、別の方法をご案内いたします。

    どうぞよろしくお願いいたします。
    { $me }
bot-draft-plan-dial = お手数ですが、{ $number }へお電話ください。
bot-draft-plan-code = 会議IDは{ $code }です。
bot-draft-plan-ask = ご連絡のつくお電話番号をお知らせいただけますでしょうか。

## 設定：名前と説明、値を使えない理由
setting-lead-minutes = 会議の何分前に届けるか
setting-lead-minutes-hint = カードが届く時刻。5～240分
setting-prepare = 初めての会議の準備
setting-prepare-hint = 初めての顧客との会議では、前営業日にもカードが一枚届きます
setting-quiet-from = 静かにする時間帯（開始）
setting-quiet-from-hint = この時間帯には新しいカードが届きません
setting-quiet-until = 静かにする時間帯（終了）
setting-quiet-until-hint = 開始と同じ時刻にすると、時間帯を設けません
setting-budget = 1日のメッセージ数
setting-budget-hint = 上限に達すると、残りは一通にまとめます。1～20通
setting-language = 言語
setting-language-hint = カードと返信の言語
setting-language-auto = Teamsに合わせる
setting-language-en = English
setting-language-de = Deutsch
setting-language-fr = Français
setting-language-es = Español
setting-language-pt = Português
setting-language-ja = 日本語
setting-language-understood = カードと返信は選んだ言語で届きます。通話とメールの内容を理解できるのは、英語とドイツ語だけです。
setting-clients = 顧客の範囲
setting-clients-hint = 顧客ではない相手は、いつでも個別に登録できます
setting-clients-everyone = 社外の方すべて
setting-clients-listed = 登録した相手のみ
setting-listed = 顧客の一覧
setting-listed-hint = 1行に1件、contoso.comのようなドメインかアドレス
setting-own-domains = 自社のほかのドメイン
setting-own-domains-hint = ここの方は社内として扱います。1行に1件
setting-about-me = 自己紹介
setting-about-me-hint = 下書きに使う短い文を5つまで、1行に1つ。件名に合うものを選びます：「センサー：これまで…」
setting-instructions = 会議のご案内
setting-instructions-hint = あいさつメールに必ず入れる内容。1行に1つ、先頭に会議の種類：「研修、ワークショップ：事前に…をインストールしてください」。「*：」はすべての会議
setting-break-after = 休憩を提案するまで（分）
setting-break-after-hint = 長い通話の場合。20～120分。50分は英国HSEの画面作業の指針（L26）と、ビデオ会議を測定したRiedl 2023による値です
setting-break-firmer = 強めに提案するまで（分）
setting-break-firmer-hint = 30～180分。75分は当製品の判断で、最初の1.5倍です
setting-break-snooze = 「今はしない」の後に再提案（分）
setting-break-snooze-hint = 5～60分。15分は当製品の判断です
setting-share-counts = 回数を同僚と共有
setting-share-counts-hint = 顧客と会った回数と最後の時期だけ。話した内容は共有しません
setting-channel = カードの届け先
setting-channel-hint = アクティビティの通知から、タブのカードを開きます。その場合メッセージは届きません
setting-channel-chat = このチャット
setting-channel-feed = アクティビティ
setting-on = オン
setting-off = オフ
setting-nothing = なし
setting-not-known = その設定はありません。
setting-not-number = { $least }から{ $most }までの整数を入力してください。
setting-not-time = 07:30のように時刻を入力してください。
setting-not-choice = 一覧から選んでください。
setting-not-lines = 1行に1つずつ入力してください。
setting-not-domain = 「{ $what }」はドメインでもアドレスでもありません。contoso.comのように入力してください。
setting-too-many = { $count ->
   *[other] { $count }件までです。
}
setting-too-long = { $count ->
   *[other] 1件につき{ $count }文字までです。
}
setting-not-firmer = 最初の提案より後の時間にしてください。
setting-not-listed = 先に顧客を1件以上登録してください。
reason-not-listed = 対象外：顧客の一覧にある方が参加しません
