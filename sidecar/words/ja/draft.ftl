### 日本語：チャットとサイドパネルの下書き、その説明。

## タイトル
draft-title-welcome = あいさつメール
draft-title-thanks = お礼のメール
draft-title-check-in = 近況伺い
draft-title-one-to-one = 1対1のお誘い
draft-title-call = 電話で話すこと
draft-title-reschedule = 別の日時の提案
draft-title-warn = 遅れの連絡

## 文の前後
draft-nothing-sent = 読んで、自由に直せます。まだ何も送っていません。
draft-call-note = ご自身用のメモです。どこにも送りません。
draft-look-at = ご確認ください
draft-made = 下書きをOutlookに入れました。送るかどうかはお任せします。
draft-sent-already = この下書きは送信済みです。
draft-not-allowed = メールボックスに下書きを入れる権限がありません。管理者がMail.ReadWriteを許可するまで、文をコピーしてお使いください。
draft-not-made = Outlookに下書きを入れられません。文をコピーするか、後でもう一度タップしてください。
draft-stopped = この下書きはまだ使えません。下の内容をご確認ください。
draft-no-mail = 電話用のメモで、メールではありません。

## ボタン
draft-make = Outlookに下書き
draft-open = Outlookで開く ↗
draft-fix-all = すべて直す
draft-swap-block = 別の自己紹介にする
draft-question-more = 質問を追加
draft-question = 質問
draft-question-add = 追加
draft-say-it = 電話にする
draft-channel-phone = 電話 ↗
draft-channel-teams = Teamsビデオ通話 ↗
draft-channel-whatsapp = WhatsApp ↗
draft-reach = 連絡しやすい方法…
draft-reach-how = 連絡しやすい方法
draft-way-mail = メール
draft-way-phone = 電話
draft-way-teams = Teamsビデオ通話
draft-way-whatsapp = WhatsApp
draft-channel-noted = { $channel ->
    [phone] 登録しました：{ $who }への連絡は電話が便利です。
    [teams] 登録しました：{ $who }への連絡はTeamsのビデオ通話が便利です。
    [whatsapp] 登録しました：{ $who }への連絡はWhatsAppが便利です。
   *[other] 登録しました：{ $who }への連絡はメールが便利です。
}

## 下書きがない理由
draft-why-nobody = 宛先がありません。この顧客に連絡のつく方がいません。
draft-why-no-client = 顧客に関するものではないため、宛先がありません。
draft-why-not-first = 以前お会いしているため、初めてのあいさつは合いません。
draft-why-no-point = { $client }と進行中の仕事や未完了の件が見当たりません。用件のない近況伺いは広告のように読めるため、作りません。
draft-why-no-concern = 先方の言葉で書かれた懸念が見当たりません。サイドパネルに、発言者と一緒にメモしてください。
draft-why-no-promise = この約束は完了しているか、ご自身のものではありません。
draft-why-no-meeting = もとになる会議が見当たりません。
draft-why-not-held = 参加者のいなかった会議なので、お礼は不要です。別の日時の提案なら作れます。

## 確かでないこと
draft-doubt-gone = { $who }は連絡がつかなくなったため、宛先から外しました：「{ $quote }」
draft-doubt-language = 先方の言語（{ $theirs }）の文例がないため、英語で書きました。
draft-doubt-language-unknown = 先方の言語がわからないため、英語で書きました。
draft-doubt-mail-unread = これまでのメールを読めなかったため、無難な呼びかけにしました。
draft-doubt-silence = 触れないでほしいとのことです：「{ $quote }」
draft-required-way-in = 参加方法

## 電話で伝える
draft-phone-bad-news = 悪い知らせは、文章より声で。まず電話で伝えましょう。
draft-phone-concern = 懸念は話すほうが伝わります。電話も考えましょう。
draft-phone-long = { $count }行になりました。電話のほうがよさそうです。

## 連絡がつかなくなった方
draft-gone-returned = { $who }へのメールが戻ってきました。
draft-gone-left = { $who }はもう在籍していません。
draft-gone-named = メールには{ $address }とあります。
draft-gone-who = 後任の方のアドレス
draft-gone-save = 保存
draft-gone-wrong = 連絡がつく
draft-gone-back = 登録しました：{ $who }に連絡がつきます。
draft-gone-address = 同じ会社のアドレスを入力してください。
draft-gone-noted = 登録しました：{ $who }の後任は{ $address }です。

## 説明の深さ
draft-depth-title = 説明の深さ
draft-depth-set = 深さを設定
draft-depth-beginner = 初心者
draft-depth-user = 利用者
draft-depth-expert = 上級者
draft-agenda-beginner = 基本から始めましょう。
draft-agenda-user = 基本は1分で振り返り、先方の事例へ進みましょう。
draft-agenda-expert = 基本は省き、先方の目的から始めましょう。
draft-depth-said = 先方の言葉：「{ $quote }」
draft-depth-unsure = 先方の習熟度はわかりません。
draft-answer-goal = 先方の目的：「{ $quote }」
draft-answer-joins = 参加する方：「{ $quote }」
