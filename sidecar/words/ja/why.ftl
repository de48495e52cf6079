### 日本語：カードの内容の理由。キーと変数はどの言語でも同じです。

card-why-unknown = この会議はもう予定表にありません。ここを閉じて、一日の予定を見直してください。
card-why-left-out = この会議のカードはないため、説明もありません。対象外の理由は一日の予定にあります。

## 各部分の名前
card-why-about = 会議
card-why-clocks = それぞれの時刻
card-why-warnings = 注意
card-why-last = 前回

## カードに別の言葉で載る行
card-why-client = { $name }との会議
card-why-person = { $who }：{ $clock }
card-why-item = { $item }：{ $told }
card-why-country = { $who }は{ $country }と登録されているため、その国の慣習を載せています

## 根拠
card-why-outside = アドレスが自社のドメインではなく、顧客ではないとの登録もありません
card-why-name = 名前はドメイン{ $domain }から見つけました
card-why-calendar = 予定表のとおりです
card-why-invitation = 招待から
card-why-answer = 招待への返信から
card-why-days = { $country }の週末と祝日から
card-why-yours = 予定表からはわからないため、ご自身で確認をお願いします
card-why-seasons = { $place }とご自身のタイムゾーンの時刻変更から計算
card-why-lunch = 参加者全員の時刻から計算
card-why-not-checked = ここに載っていないものがあるかもしれません
card-why-sensitive = 次の内容は{ card-news-kind }に関するものと読めます
card-why-brought = 持参する資料にあり、次のニュースに近い内容です
card-why-suggestion = 次の言葉をもとにした提案です
card-why-noted = その日の予定表のメモから
card-why-own-note = ご自身が書いたものです
card-why-guides = 各国の手引きをまとめたものです
card-why-mirror = 二つの国について、手引きの傾向が反対です
card-why-topics = その国の手引きと、現地の季節から
card-why-season = 現地の季節だけから。手引きに話題の記載はありません
card-why-tendency = 上の各行は国についてのもので、特定の人についてのものではありません
card-why-support = { $sure ->
    [high] 資料に十分な裏づけがあります
    [medium] 資料にある程度の裏づけがあります
   *[low] 資料が弱く言い切れないため、質問の形にしています
}
card-why-disagree = 資料の間に食い違いがあります
