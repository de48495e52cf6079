## 最初の一週間：あいさつの後のカード、ご自身の時刻、行ったこと

first-card-summary = 次の顧客会議のカードです
first-sample-summary = 顧客会議の前に届くカードの見本です
first-sample-mark = 見本：人物は架空です
first-sample-why = この先7日間、顧客との会議はありません。会議の前には、このようなカードが自動で届きます。
first-sample-subject = 導入の打ち合わせ
first-zone-summary = ご自身の時刻について、ひとつ質問です
first-zone-title = どの地域の時刻でお過ごしですか？
first-zone-why = 確かではないため、ご回答があるまで{ $place }の時刻を使います。お尋ねするのは一度だけです。
first-zone-is = { $clock }、{ $place }
first-zone-other = 別の場所
first-zone-save = この時刻にする
first-zone-noted = 登録しました：{ $place }の時刻に合わせます。すべてのカードに反映されます。
first-week = 最初の一週間に行ったこと：{ $what }。
first-week-again = このお知らせは今回だけです。知りたいときは、いつでも「何をしてくれた」と送ってください。
first-done = この7日間に行ったこと：{ $what }。
first-done-none = この7日間に行ったことはありません。
first-done-cards = { $count ->
   *[other] { $count }件の会議のカードをお届け
}
first-done-moved = { $count ->
   *[other] 会議の変更や中止に合わせてカード{ $count }枚を更新
}
first-done-promises = { $count ->
   *[other] 約束{ $count }件を記録
}
first-done-drafts = { $count ->
   *[other] メールの下書き{ $count }通を作成
}
act-take-back-role = 元に戻す：{ $who }さんの役割
act-take-back-depth = 元に戻す：{ $who }への説明の深さ
