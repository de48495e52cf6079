### 日本語：会議の添付のうち、まったく確認できなかったもの。キーと変数はどの言語でも同じです。

warning-deck-unread-many = { $file }は確認していません。確認するのは会議の最初の{ $count }件だけです。
warning-deck-unread-link = { $file }は共有場所へのリンクなので、確認していません。
warning-deck-unread-refused = { $file }を予定表から取得できなかったため、確認していません。
warning-deck-unread-all = この会議の添付を見られなかったため、確認していません。
warning-deck-unread-rest = { $file }はとても長いため、最初の部分だけを確認しました。
