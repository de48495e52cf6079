### 日本語。短く、あたたかく、正確に。キーと変数はどの言語でも同じです。

## 日付と並べ方
pattern-day = M月d日(EEE)
pattern-day-whole = M月d日(EEE)
pattern-month = y年M月
pattern-moment = { $day } { $time }
pattern-moment-whole = { $day } { $time }
pattern-span = { $day } { $start }～{ $end }
pattern-span-days = { $start }～{ $end }
pattern-range = { $least }～{ $most }
list-comma = 、
list-space = {""}
list-stop = 。
list-semicolon = ／
list-colon = ：
list-aside = （{ $note }）
list-quote = 「{ $text }」
list-end = { $first }、{ $last }
list-end-vowel = { $first }、{ $last }
list-or = { $first }または{ $last }
list-or-vowel = { $first }または{ $last }

## 会議を表示する理由、しない理由：プレビューページの各会議の横
reason-client-organises = 表示：{ $domain }からの招待です
reason-clients-invited = { $count ->
   *[other] 表示：{ $domain }から{ $count }名が参加します
}
reason-free-mail = 表示：{ $address }は個人用メールのため、顧客として扱います
reason-partner-said = 顧客ではなくパートナーとして登録されています
reason-past = 対象外：終了しました
reason-cancelled = 対象外：中止されました
reason-all-day = 対象外：終日の予定です
reason-private = 対象外：非公開の予定です
reason-declined = 対象外：辞退済みです
reason-all-declined = 対象外：先方は全員が辞退しました
reason-free = 対象外：予定表では「空き時間」です
reason-rooms-only = 対象外：招待されているのは会議室だけです
reason-internal-only = 対象外：社内のみの会議です
reason-not-client = 対象外：{ $who }は顧客ではないと登録されています
reason-muted = { $what ->
    [series] 対象外：この定例会議はミュート中です
    [client] 対象外：この顧客はミュート中です
   *[today] 対象外：今日はミュート中です
}

## 時刻と、その根拠
clock-yours = ご自身のタイムゾーン

## テクニカルチェック：項目と、その状態の理由
check-join-link = 参加方法
check-join-link-ok = 招待にリンクがあります（{ card-provider-name }）
check-join-link-phone = 電話での会議です
check-join-link-place = リンクはありませんが、場所の記載があります
check-join-link-missing = 招待にリンクも電話番号も場所もありません
check-dial-in = 電話番号
check-dial-in-ok = { $number }
check-dial-in-missing = 招待に電話番号がありません
check-dial-in-not-needed = 対面の会議です
check-lobby = ロビー
check-lobby-theirs = 先方の主催なので、入室の許可を待つことがあります
check-lobby-ours = ロビーを通らずに入れる人は、会議のオプションで決まります
check-lobby-none = ロビーはありません
check-devices = カメラとマイク
check-not-needed-phone = 電話の場合は不要です
check-devices-untested = まだ試していません
check-screen-share = 画面共有
check-screen-share-untested = まだ試していません
check-attachments = ファイル
check-attachments-some = 招待に添付があります。一度開いておきましょう
check-attachments-noted = { $count ->
   *[other] 見直したい箇所が{ $count }件あります
}
check-attachments-none = 招待に添付はありません
check-access = 先方の接続
check-access-unknown = 先方のネットワークから参加できるか、確認しましょう
check-recording = 録画
check-recording-unknown = 録画の前に、ひとこと確認しましょう
check-back-to-back = 直前の余裕
check-back-to-back-free = 直前に予定はありません
check-back-to-back-close = 直前の会議は{ $clock }に終わります
check-back-to-back-overlap = 別の会議が{ $clock }まで続きます
check-plan-b = 予備の手段
check-plan-b-ok = リンクがつながらないときは{ $number }へ
check-plan-b-missing = つながらないときの電話番号を決めておきましょう
check-plan-b-not-needed = 対面の会議です

## 注意
warning-no-join-link = 招待に参加方法の記載がありません
warning-back-to-back = 別の会議が{ $clock }まで続きます
warning-declined = { $count ->
   *[other] 辞退：{ $who }
}
warning-out-of-office = { $who }：{ $day }まで不在（自動応答より）
warning-unknown-zone = タイムゾーン不明：{ $who }
warning-before-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $who }の現地時刻は{ $clock }、始業前です：{ $note }
       *[no] { $who }の現地時刻はおそらく{ $clock }、始業前です：{ $note }
    }
}
warning-after-hours = { $night ->
    [yes] { warning-at-night }
   *[no] { $sure ->
        [yes] { $who }の現地時刻は{ $clock }、終業後です：{ $note }
       *[no] { $who }の現地時刻はおそらく{ $clock }、終業後です：{ $note }
    }
}
warning-at-night = { $sure ->
    [yes] { $who }の現地時刻は{ $clock }、深夜です
   *[no] { $who }の現地時刻はおそらく{ $clock }、深夜です
}
warning-lunch = { $sure ->
    [yes] { $who }の現地は昼休みです：{ $note }
   *[no] { $who }の現地はおそらく昼休みです：{ $note }
}
warning-weekend = { $who }：{ $note }
warning-holiday = { $who }：{ $note }
warning-unknown-zone-name = 招待のタイムゾーン「{ $zone }」を確認できません

## 前回
last-met = 前回の会議：{ $day }
card-from-last-time = 前回から
last-overdue = { $day }から期限切れ
last-met-agreed = 前回の会議：{ $day }。メモ：{ $lines }

## カード：見出し
card-summary = { $clock }に顧客との会議があります
card-summary-day = { $day } { $clock }に顧客との会議があります
card-first-meeting = 初めての会議
card-ask-client = 顧客ではありませんか？タップひとつで登録できます。
card-no-subject = タイトルのない会議
card-private = 非公開の予定
card-a-client = 顧客
card-your-place = { $span }（{ $place }）

## カード：時刻
card-clock-you = こちらは{ $clock }
card-clock-people = { $count }名
card-clock-ask = { $who }は{ $times }？「タイムゾーンを修正」で指定できます
card-clock-stated = { $who }は{ $clock }（{ $place }、{ $offset }）
card-clock-probable = { $who }はおそらく{ $clock }（{ $place }、{ $offset }）
card-clock-same = { $who }も同じ時刻
card-clock-same-probably = { $who }もおそらく同じ時刻
card-clock-next-day = 翌日
card-clock-day-before = 前日

## カード：参加者
card-and-more = { $count ->
   *[other] ほか{ $count }名
}
card-people = 参加者
card-lunch = { $clock }から{ $minutes }分の昼休みを入れるとちょうどよさそうです。{ $most ->
    [yes] 多くの方が
   *[no] { $count ->
       *[other] { $all }名中{ $count }名が
    }
}お昼どきです
card-their-day = 先方の一日
card-you = ご自身
card-side-ours = 社内
card-side-partner = パートナー
card-side-unknown = アドレスなし
card-response-accepted = 承諾
card-response-declined = 辞退
card-response-tentative = 仮承諾
card-response-organizer = 開催者
card-proposed = { $who }さんから{ $day } { $clock }への変更案
card-probably = おそらく

## カード：参加方法
card-join-by = { $provider ->
    [teams] Teams会議
    [zoom] Zoom会議
    [meet] Google Meet
    [webex] Webex会議
    [phone] 電話会議
   *[other] 招待のリンク
}
card-join-in-person = 対面：{ $place }
card-join-place = 場所：{ $place }
card-dial = 電話 { $number }
card-code = 会議ID { $code }
card-passcode = パスコード { $passcode }
card-provider-name = { $provider ->
    [teams] Teams
    [zoom] Zoom
    [meet] Google Meet
    [webex] Webex
   *[other] 別のサービス
}

## カード：テクニカルチェックと前回
card-checks = 始める前に
card-checks-todo = 確認：{ $items }
card-checks-ok = { $count ->
   *[other] { $count }件は問題ありません
}
card-checks-yours = ご自身で確認
card-last-time = 前回、{ $day }
card-from-calendar = 予定表から：{ $title }

## ボタン
act-join-teams = Teamsで参加
act-join-outside = { $provider }で参加 ↗
act-join-outside-hint = Teamsを離れて{ $provider }を開きます
act-more = もっと見る
act-not-client = 顧客ではない
act-not-client-hint = { $who }のカードは今後届きません
act-not-client-person = 顧客ではない：{ $who }
act-mute = ミュート
act-mute-title = カードを送らない対象
act-mute-series = この定例会議
act-mute-client = この顧客
act-mute-today = 今日これから
act-zone = タイムゾーンを修正
act-zone-who = どなたのタイムゾーンですか？
act-zone-where = 同じ時刻の都市はどこですか？
act-zone-country = どの国ですか？（祝日と慣習のため。空欄でもかまいません）
act-zone-missing = 先に都市を選んでください
act-zone-save = 登録する
act-cue = 慣習が違う？
act-cue-which = どの行ですか？
act-cue-note = ご自身の言葉で（この顧客向け）
act-cue-dismiss = この顧客には出さない
act-cue-keep = 自分の言葉にする
act-cue-report = 誤りを報告
act-undo = 元に戻す
act-show = カードを再表示

## 一行のカード
line-cancelled = 中止：{ $subject }、{ $span }
line-moved = { $day } { $clock }に変更：{ $subject }
line-folded = { $subject }のカードは下にあります
line-folded-asked = { $subject }のカードは、このチャットの別のメッセージにあります
line-private = この会議は非公開になったため、カードを取り消しました。
line-declined = { $subject }を辞退されたため、カードを取り消しました。
line-all-declined = { $subject }は先方の全員が辞退したため、カードを取り消しました。
line-free = { $subject }の時間は「空き時間」のため、カードを取り消しました。
line-all-day = { $subject }は終日の予定になったため、カードを取り消しました。
line-internal = { $subject }は社内のみの会議になったため、カードを取り消しました。
line-not-client = { $subject }は顧客との会議ではないため、カードを取り消しました。
line-muted = { $subject }はミュート中のため、カードを取り消しました。
line-past = { $subject }は終了しました。
line-gone = { $subject }は顧客との会議ではなくなったため、カードを取り消しました。

## 今日の残りを一通で
rest-title = 今日これからの顧客との会議
rest-more = { $count ->
   *[other] ほか{ $count }件の会議
}

## タップのあと
noted-not-client = 登録しました：{ $who }は顧客ではありません。今後カードは届きません。
noted-mute-series = 登録しました：この定例会議のカードは今後届きません。
noted-mute-client = 登録しました：この顧客のカードは今後届きません。
noted-mute-today = 登録しました：今日はもうカードが届きません。
noted-zone = 登録しました：{ $who }の時刻は{ $place }に合わせます。
noted-zone-plain = 登録しました：{ $who }のタイムゾーンを直しました。
noted-cue-off = 登録しました：この行は、この顧客には表示しません。
noted-cue-note = 登録しました：今後はご自身の言葉を表示します。
noted-cue-report = 登録しました：この行は表示されなくなります。報告は管理者が確認できます。
noted-undone = 元に戻しました。以前のままです。

## タップと言葉への返事
tap-meeting-unknown = この会議はもう予定表にないため、変更するものはありません。
tap-zone-unknown = 該当するタイムゾーンがありません。一覧から都市を選んでください。
tap-cue-note-missing = 先にご自身の言葉を入力してから、もう一度タップしてください。
tap-country-unknown = 該当する国がありません。国名か、DEのような2文字の国コードを入力してください。
tap-unknown = このボタンは古いカードのものです。いちばん新しいカードをお使いください。

## 予定の各時点
moment-prepare = 準備
moment-pre-call-card = カード

## 勤務時間
working-unknown = まだわかりません

# そのタイムゾーンを使う理由
zone-from-calendar = 予定表に設定されています
zone-from-meetings = 会議の多くがこのタイムゾーンで予定されています
zone-unknown = 予定表にタイムゾーンの設定がありません

# 修正した内容と、元に戻す方法
card-corrected = 修正した内容
card-silent = カードは不要とのことでしたが、再表示の操作があったため表示しています。
act-untick = 元に戻す：{ $what }は確認済み
act-take-back = { $what ->
    [zone] 元に戻す：{ $who }の時刻は{ $place }
    [mute_series] 元に戻す：この定例会議のミュート
    [mute_client] 元に戻す：{ $who }のミュート
    [mute_today] 元に戻す：この日のミュート
    [not_client] 元に戻す：{ $who }は顧客ではない
    [wrong_person] 元に戻す：{ $who }は別の人
    [wrong_company] 元に戻す：{ $who }は別の会社
   *[cue_off] 元に戻す：非表示にした慣習
 }
