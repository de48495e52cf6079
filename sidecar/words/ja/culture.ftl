### その国の方との会議でよく見られること。どれも傾向です。資料が弱く言い切れないものは質問の形にします。

## 一覧の下の注記と、各項目の出典
culture-people-differ = 国としての傾向です。人によって違います。
culture-credit-dated = { $title }（{ $year }年）、{ $sure ->
    [high] 十分な裏づけあり
   *[medium] ある程度の裏づけあり
}
culture-credit-read = { $title }（{ $year }年閲覧）、{ $sure ->
    [high] 十分な裏づけあり
   *[medium] ある程度の裏づけあり
}

## どの国にも計算で示すこと
culture-weekend = 通常の休み：{ $days }。
culture-weekend-unclear = 通常の休み：{ $days }。資料により異なります。
culture-weekend-differ = どの曜日が休みかは、資料により異なります。
culture-weekend-advice = ほかの曜日を提案し、大事な会議なら確認しましょう。
culture-names-given = 通常は名が先です。
culture-names-surname = 通常は姓が先です。ローマ字では逆に書く人も多くいます。
culture-names-several = 姓名の順序は一通りではありません。
culture-names-advice = ご本人の署名の順に合わせましょう。
culture-date-dmy = 日付は通常、日、月、年の順に書きます。
culture-date-mdy = 日付は通常、月、日、年の順に書きます。
culture-date-ymd = 日付は通常、年、月、日の順に書きます。
culture-clock-whole-day = 時刻は通常、24時間制で示します。
culture-clock-half-day = 時刻は通常、amとpmを付けて書きます。
culture-date-advice = 月は数字でなく名称で書き、タイムゾーンも添えましょう。
culture-greeting-by-hour = { $language }の丁寧なあいさつは、通常{ $said }です。
culture-greeting-from = 「{ $said }」（{ $hour }:00から）
culture-greeting-any-hour = { $language }の丁寧なあいさつは、通常「{ $said }」です。
culture-greeting-several = 公用語が複数あります。丁寧なあいさつは通常：{ $said }
culture-greeting-advice = ひとこと添えると喜ばれることが多く、続きは共通の言語で。
culture-greeting-offer = こちらで決めず、どの言語がよいか尋ねましょう。

## 弱い根拠で言い切る代わりの質問
culture-ask-opening = 本題の前にどのくらい話すのが好みか、ご存じですか？
culture-ask-time = 時間にどのくらい厳密か、ご存じですか？
culture-ask-directness = どのくらい率直に言われるのが好みか、ご存じですか？
culture-ask-formality = どう呼ばれるのが好みか、ご存じですか？
culture-ask-decision = 先方では誰がどのように決めるか、ご存じですか？
culture-ask-conversation = 自由に話すのと順に話すのと、どちらが好みかご存じですか？
culture-ask-windows = 会議にはどの時間帯が好まれるか、ご存じですか？
culture-ask-thin = 不在の人が多い時期をご存じですか？
culture-ask-openers = 最初にどんな話題が好まれるか、ご存じですか？
culture-ask-caution = 避けたい話題は何か、ご存じですか？
culture-ask-working-week = どの曜日に働いているか、ご存じですか？
culture-ask-names = 姓と名のどちらが先か、ご存じですか？

## 始め方
culture-opening-people = 最初の{ $minutes }分は相手の話を：議題より人が先のことが多い国です（{ $places }）
culture-opening-task = { $minutes }分のあいさつの後、議題へ：早く始めたい人が多い国です（{ $places }）
culture-opening-even = 最初の{ $minutes }分は相手の話をして、議題へ（{ $places }）
culture-opening-several = 最初の{ $minutes }分は相手の話を：参加国のうち最も長い傾向に合わせました（{ $places }）

## こちらの習慣の受け取られ方
culture-mirror-quick-start = こちらでは早く本題に入ることが多く、先方にはそっけなく映るかもしれません（{ $place }）
culture-mirror-slow-start = こちらでは本題の前によく話しますが、先方には遅く感じられるかもしれません（{ $place }）
culture-mirror-strict-time = こちらでは時間を厳密に守ることが多く、先方にはせわしなく映るかもしれません（{ $place }）
culture-mirror-loose-time = こちらでは時間に幅があることが多く、先方には無頓着に映るかもしれません（{ $place }）
culture-mirror-plain = こちらでは率直に話すことが多く、先方にはきつく聞こえるかもしれません（{ $place }）
culture-mirror-hinted = こちらではそれとなく伝えることが多く、先方には伝わりにくいかもしれません（{ $place }）
culture-mirror-first-names = こちらでは名で呼ぶことが多く、先方には早すぎると感じられるかもしれません（{ $place }）
culture-mirror-titles = こちらでは肩書で呼ぶことが多く、先方にはよそよそしく映るかもしれません（{ $place }）
culture-mirror-decide-now = こちらではその場で決めることが多いのですが、先方はまず内部で合意したいかもしれません（{ $place }）
culture-mirror-decide-later = こちらではまず内部で合意することが多く、先方には待たされていると感じられるかもしれません（{ $place }）

## 軽い話題
culture-topic-told = { $topic }
culture-topic-place = 近くのお気に入りの場所
culture-topic-leave = 先方に任せたい話題：{ $topics }
culture-season-spring = 現地の春の天気
culture-season-summer = 現地の夏の天気
culture-season-autumn = 現地の秋の天気
culture-season-winter = 現地の冬の天気
culture-season-none = 現地の天気

## カードの上で
culture-heading = 会議の進み方の傾向
culture-agenda-ahead = 議題を事前に送る
culture-must-cover = 時間に幅があることが多いので、必ず話すことを先に決める
culture-fixed-end = 時間どおりに終える
culture-topics = 話題：{ $topics }
