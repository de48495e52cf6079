## 同僚との間で：顧客の引き継ぎ、カードの共有、担当を離れた連絡先

handover-ask = { $client }を{ $who }さんに引き継ぎますか？
handover-what = 承諾後に引き継ぐもの
handover-promises = { $count ->
    [0] 残っている約束（今はなし）
   *[other] 残っている約束{ $count }件
}
handover-rhythm = 連絡の間隔
handover-facts = 顧客についてのメモ
handover-notes = 通話から得た気づき
handover-roles = 登録した役割
handover-yours = チェックしないものは手元に残ります。通話の手応えが引き継がれることはありません。
handover-offered = { $client }の引き継ぎを{ $who }さんに申し出ました。承諾されるまで何も移りません。
handover-for-you = { $who }さんから、{ $client }を引き継いでほしいとの申し出です。
handover-from-administrator = { $who }さんが離任しました。{ $client }を引き継げるか、管理者から確認が来ています。
handover-with-it = 一緒に引き継ぐもの：{ $what }。
handover-nothing = 顧客のほかに引き継ぐものはありません。
handover-all-clients = すべての顧客
handover-summary = 同僚からの申し出があります
handover-which = 同じ名前の方が複数います：{ $names }。どなたか入力してください。
handover-no-colleague = アプリを使う同僚に{ $who }さんが見当たりません。アドレスを入力するか、先にアプリの追加をお願いしてください。
handover-no-client = { $client }には残っている約束も連絡の記録もなく、引き継ぐものがありません。
handover-waits = { $client }はすでにほかの方に申し出ており、返事を待っています。
handover-settled = { $state ->
    [accepted] すでに承諾されています。
    [declined] すでに辞退されています。
    [taken_back] 取り消されました。何も移っていません。
   *[other] もう回答できません。
}
handover-taken-back = { $client }の担当はそのままです。何も移っていません。
handover-accepted-yours = { $client }を{ $giver }さんから引き継ぎました。
handover-accepted-theirs = { $taker }さんが{ $client }を引き継ぎました。
handover-declined-yours = { $client }の担当は{ $giver }さんのままです。
handover-declined-theirs = { $taker }さんは{ $client }の引き継ぎを辞退しました。何も移っていません。
act-handover-offer = { $who }さんに申し出る
act-handover-back = 取り消す
act-handover-accept = 引き継ぐ
act-handover-decline = 今回は辞退
grant-title = カードを見られる同僚：
grant-nobody = カードを見られるのはご自身だけです。
grant-noted = { $who }さんが今後カードを見られます。
grant-ended = 今後カードは見られません。
grant-never = もともとカードを見られません。
grant-not-given = { $who }さんはカードを共有していません。共有は、本人が「…さんにカードを見せる」に共有相手の名前を入れて送ると始まります。
grant-none-coming = { $who }さんに今後の顧客会議はありません。
grant-their-card = { $who }さんの許可により表示しているカードです。閲覧は記録されます。
act-grant-end = 共有をやめる
contact-left = { $who }さんは担当を離れました。メモは残り、連絡の提案はしません。会社は引き続き顧客です。
contact-left-promises = この方との残りの件。まだ必要ですか？
contact-nobody = 連絡先に{ $who }さんが見当たりません。
act-contact-left-drop = もう不要
card-organised-by = 開催者：{ $who }さん
grant-whom = カードを見せる同僚の名前かアドレス
act-grant-do = カードを見せる
act-grant-who = 共有相手を見る
bot-word-handover = …を…に引き継ぐ
bot-word-grant = …さんにカードを見せる
bot-word-left = …さんは退職しました
bot-does-handover = 同僚が承諾すると顧客を引き継ぎ
bot-does-grant = やめるまで同僚がカードを閲覧可
bot-does-left = 担当者の退職を登録
