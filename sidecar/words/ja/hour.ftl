### 日本語：顧客との一時間の進め方、始め方、その場にいる人。

## 最初の時間
hour-opening-own = 議題の前に{ $minutes }分、相手の話を（この顧客の設定）
hour-opening-unknown = 始め方の好みはまだわかりません。この顧客の設定をするまで、最初の{ $minutes }分は相手の話に
hour-early-soon = 早めの入室：10分前の{ $clock }に通話を開いておくと、雑談したい方が早く入れます
hour-early-now = 早めの入室の時間です。今入る方は、雑談を楽しみにしています
hour-early-line = 10分前から通話を開いておきますので、始まる前に少しお話しできる方はどうぞお入りください。

## 残り時間と、必ず話すこと
hour-drift-done = 一覧の項目はすべて話し終えました。
hour-drift-fine = { $count ->
   *[other] 残り{ $count }項目で約{ $needed }分。時間は{ $left }分あります。
}
hour-drift-tight = { $count ->
   *[other] 残り{ $count }項目で約{ $needed }分、残り時間は{ $left }分。ぎりぎりです。
}
hour-drift-over = { $count ->
   *[other] 残り{ $count }項目で約{ $needed }分、残り時間は{ $left }分だけです。次回に回せるものはありますか？
}
hour-must-moved = 前回からの持ち越し：{ $text }

## 最後の5分
hour-closing = { $clock }から：約束を読み上げて、間違いがないか確かめましょう
hour-closing-nothing = { $clock }から：それぞれが何を持ち帰るか尋ねましょう。約束のメモはまだありません
hour-promise-who = { $who }さん：{ $text }

## そっと進める
hour-care-you = この顧客には気を配るよう設定されています。穏やかに始め、質問は控えめに、冗談は避けましょう。
hour-care-news = 先方に関する深刻なニュースがあります（「{ $title }」）。穏やかに始め、この話題は先方に任せ、冗談は避けましょう。

## カメラの前で、訪問先で
hour-background-matched = 背景「{ $name }」が合います（「{ $matched }」と登録済み）。10分前に選んでおくと安心です。
hour-background-any = 背景「{ $name }」はどの相手にも使えます。この顧客向けの背景は登録されていません。
hour-visit-early = 数分早く着く
hour-visit-greet = 一人ひとり名前であいさつする
hour-visit-thank = 招いてくれた方にお礼を言う
hour-visit-thank-guests = 時間をいただいたお礼を言う
hour-visit-leave = 時間どおりに失礼する

## 始め方
opener-asked = { $day }に「{ $about }」について尋ねました。もう一度聞いてみますか？
opener-last-time = 前回の話：「{ $about }」。その後を聞いてみましょう。
opener-news = 先方のニュース：「{ $about }」。先方にとっての意味を聞いてみましょう。
opener-place = 話題：{ $about }
opener-show = 身近なものを見せましょう：{ $about }
opener-show-next = 身近なものを見せましょう：{ $about }。これまでに見せたもの：{ $seen }。
opener-show-again = 身近なものを見せましょう：{ $about }。{ $day }に一度見せていますが、その後ほかもすべて見せました。

## その場にいる人
room-needs-decision-maker = 決めるために何が必要か、尋ねましょう。
room-needs-to-decide = 決定に必要なこと：{ $what }
room-needs-skeptic = 早めに意見を聞き、懸念を書き留めたことを見てもらいましょう。
room-needs-trailblazer = うまくいったことを話す時間を設け、休憩中にメッセージを送りましょう。
room-ask-decision-maker = 「この決定の影響を受ける方は、社内でほかにどなたがいらっしゃいますか？」
room-ask-skeptic = 「もしうまくいかなかった場合、いちばん影響を受けるのはどなたのお仕事でしょうか？」
room-ask-trailblazer = 「社内で後押ししてくださる方と、ご理解をいただきたい方はどなたでしょうか？」

## 大人数の通話
room-do-names = 最初に参加者を名前で紹介し、ひとことずつ話してもらう。
room-do-agenda = 議題と、各項目の担当を示す。
room-do-round = 名前を呼んで順に尋ねる。まだ尋ねていない方は一覧でわかります。
room-do-hands = 発言のしかたを伝え、挙手の順を守る。
room-do-pause = 質問のあとは10秒待つ。回線には遅れがあります。
room-do-close = 最後に、誰が何をいつまでにするかを読み上げる。
room-dont-anyone = 全員に「質問はありますか？」と聞かない。誰にも聞いていないのと同じです。
room-dont-monologue = 10分以上、問いかけなしに話し続けない。
room-dont-camera = カメラをオンにするよう求めない。
room-dont-two = 二人同時に話させない。名前で指名する。
room-dont-late = 時間を超えない。次の予定がある方は多いものです。
room-hands = 「ご発言の際は、下の挙手ボタンを押してください。挙手の順にお名前をお呼びします。ボタンのない方は、チャットに『挙手』と書くか、電話でお名前をおっしゃってください。」

## パネルから送られたもの
panel-move-nobody = 次の会議に移せるのは、顧客に関するものだけです。
panel-around-many = この顧客にはすでに{ $most }名を登録しています。先に1名を削除してください。
panel-line-long = { $most }文字を超えています。

## 設定
setting-topic-minutes = 1項目の時間（分）
setting-topic-minutes-hint = 時間を決めていない項目に使います。1～60分。10分は当製品の判断で、1時間に6項目です
setting-surroundings = 身の回りで見せられるもの
setting-surroundings-hint = 「庭」「初めての自転車」のように1行に1つ。顧客ごとに毎回違うものを提案します
setting-backgrounds = 背景
setting-backgrounds-hint = 1行に1つ。コロンの後に、合う顧客や街を続けます：港：northwind、lisbon
