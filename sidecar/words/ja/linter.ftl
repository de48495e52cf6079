### 日本語：顧客に見せる前に、資料や議題で確認したいこと。キーと変数はどの言語でも同じです。

## 該当箇所と、見直す理由
warning-deck-example-same = { $place }に「{ $quote }」とあります。{ $dated ->
    [yes] { $day }に先方についての報道がありました
   *[no] 先方についての報道がありました
}：「{ $headline }」。別の例にしませんか？
warning-deck-example-near = { $place }に「{ $quote }」とあります。先方についての{ $dated ->
    [yes] { $day }の
   *[no] {""}
}報道に近い内容です：「{ $headline }」。別の例はありますか？
warning-deck-example-doubtful = { $place }に「{ $quote }」とあります。先方か、同名の別会社についての{ $dated ->
    [yes] { $day }の
   *[no] {""}
}報道があります：「{ $headline }」。
warning-deck-short = { $place }：「{ $quote }」。別の例にしませんか？
warning-deck-other-client = { $place }に別の顧客{ $name }の名前があります：「{ $quote }」。ほかの資料の名残でしょうか？
warning-deck-misspelt = { $place }に「{ $word }」とありますが、正しい名前は{ $name }です。
warning-deck-old-name = { $place }に「{ $word }」とありますが、現在の名前は{ $name }です。
warning-deck-placeholder = { $place }に、未記入の「{ $word }」が残っています。
warning-deck-more = { $count ->
   *[other] ほか{ $count }か所にもあります。
}

## 場所
warning-deck-at-slide = スライド{ $number }
warning-deck-at-page = { $number }ページ
warning-deck-at-paragraph = 第{ $number }段落
warning-deck-at-header = ヘッダーかフッター
warning-deck-at-comment = コメント{ $number }
warning-deck-at-agenda = 議題の{ $number }行目
warning-deck-at-subject = 件名
warning-deck-at-master = スライドマスター
warning-deck-at-properties = ファイルのプロパティのタイトル
warning-deck-at-file-name = ファイル名
warning-deck-in-notes = { $place }（ノート）

## 資料を読まなかった理由
warning-deck-unread-too-big = { $file }は大きすぎるか、確認に時間がかかりすぎます。小さくしたものをお試しください。
warning-deck-unread-locked = { $file }はパスワードで保護されているため、確認していません。
warning-deck-unread-format = { $file }は確認していません。読めるのは.pptx、.docx、.pdf、.txtだけです。
warning-deck-unread-broken = { $file }を開けませんでした。保存し直すと開けることがあります。
warning-deck-unread-no-text = { $file }は画像だけなので、文字を確認していません。
