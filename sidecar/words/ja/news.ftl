### 顧客のニュース：確認できなかったもの、別の会社かもしれないもの。

reason-news-not-checked = 今日はニュース未確認：{ $source }{ $cause ->
    [later] に接続できないため、後でもう一度試します
    [robots] はプログラムによる閲覧を断っています
    [budget] は今日の上限に達したため、明日確認します
    [too_slow] の応答が遅すぎます
    [too_big] の内容が大きすぎます
    [status] に拒否されました
    [unreadable] の回答を読めませんでした
   *[other] を読めませんでした
}
reason-news-partly = ニュースは一部のみ確認：{ $source }は{ $day }以降だけを読みました
reason-news-no-name = 今日はニュース未確認：{ $source }は名前で調べますが、先方の名前がまだわかりません
reason-news-partial-name = 別の会社かもしれません：「{ $name }」の正式名がありません
reason-news-common-name = 別の会社かもしれません：「{ $name }」という名前はほかにもあります
reason-news-several-companies = 別の会社かもしれません：「{ $name }」に合う項目が複数あります
