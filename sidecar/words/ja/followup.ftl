### 通話のあと。短く、あたたかく、正確に。

followup-summary = 通話が終わりました。この後の対応をご確認ください
followup-title = { $client }との通話のあとに
followup-nobody-title = 参加者なし：{ $client }
followup-nobody-text = よくあることです。タップひとつで、別の日時を提案する文を作ります。送るのはご自身です。
followup-ours = ご自身の約束
followup-colleagues = 同僚の約束
followup-theirs = 先方の約束
followup-of = { $who }：{ $what }
followup-due = { $what }、{ $day }まで
followup-quote = 「{ $quote }」
followup-asked = これは約束ですか？
followup-none = 約束のメモはありません。
followup-done = 完了
followup-task-made = To Doに追加済み
followup-task-wanted = To Doに追加中
followup-more = { $count ->
   *[other] ほか{ $count }件
}
followup-left-out = この通話の約束は、ここに載せたほかに{ $count }件あります。
followup-one-to-one = { $who }さんの懸念：「{ $quote }」1日以内に二人で話すのがおすすめです。
followup-one-to-one-plain = { $who }さんには懸念があります（内容のメモはありません）。1日以内に二人で話すのがおすすめです。
followup-waiting = トランスクリプトはまだありません。届き次第、このカードに追加します。
followup-transcript-refused = トランスクリプトを読めませんでした。Microsoft 365に拒否されました。
followup-transcript-broken = トランスクリプトが壊れていて読めません。ここの内容はご自身のメモによるものです。
followup-doubt-two = { $name }という名前の方が二人いるため、誰の約束かは保留にしました。
followup-doubt-stranger = { $name }は招待者の中にいないため、誰の約束かは保留にしました。
followup-task-not-allowed = To Doには入れていません。管理者が{ $name }を許可していません。約束はここに残します。
followup-task-no-mailbox = To Doには入れていません。このメールボックスはもうありません。約束はここに残します。
followup-task-refused = To Doには入れていません。Microsoft 365に拒否されました。約束はここに残します。
followup-task-note = { $day }の「{ $subject }」での約束。
followup-their-words = 先方の言葉
followup-idea = { $who }さんの案：{ $idea }
followup-parked = 保留：{ $text }
followup-open = 未完了：{ $text }
followup-for-you = ご自身用
followup-lesson = 次回のために一行：気づいたことは何ですか？
followup-check-in-when = 次に近況を伺うのはいつですか？
followup-check-in = { $day }に近況を伺う予定です。
followup-checks = フォローアップの確認
followup-check-timeliness = 今日のうちに送る
followup-check-understanding = 先方の懸念を、先方の言葉で書いている
followup-check-caring = 先方を気づかう一行がある
followup-check-truthfulness = 合意したことだけを書いている
followup-went = { $went ->
    [well] 思いどおりに進みました
    [mixed] まずまずでした
   *[badly] 思いどおりには進みませんでした
  }{ $wanted ->
    [none] 。
   *[other] （目標の印象：{ $wanted }）。
  }ほかの人には見えません。
followup-which = どれですか？
followup-trend = 直近{ $count }回の通話のうち{ $well }回が思いどおりに進みました。
followup-lesson-next = { $day }の気づき：{ $lesson }
followup-lesson-source = 通話後のご自身のメモ
followup-wanted-long = ひとことで、{ $most }文字までにしてください。
followup-bad-day = 今日より後の日付にしてください。

act-followup-promises = 約束
act-followup-task = To Doに追加
act-followup-done = 完了
act-followup-drop = 約束ではない
act-followup-ours = こちらの約束
act-followup-theirs = 先方の約束
act-followup-drafts = 下書き
act-followup-thanks = お礼
act-followup-one-to-one = 1対1：{ $who }
act-followup-reschedule = 別の日時を提案
act-followup-nobody = 誰も来なかった
act-followup-somebody = 参加者あり
act-followup-well = うまくいった
act-followup-mixed = まずまず
act-followup-badly = いまひとつ
act-followup-more = その他
act-followup-save = 保存
followup-choose = 先に約束を選んでください。
followup-time-subject = { $who }さんと話す
followup-time-held = 予定表に確保しました：{ $who }さん、{ $day } { $clock }。まだ誰も招待していません。
followup-time-none = 確保できませんでした。次の営業日はその時間が埋まっています。
followup-time-not-allowed = 確保できませんでした。管理者が{ $name }を許可していません。
followup-time-refused = 確保できませんでした。Microsoft 365に拒否されました。
act-followup-propose = 時間を確保：{ $who }
followup-check-in-today = 今日は{ $who }さんに近況を伺う日です。
act-followup-check-in = 近況伺い
followup-wanted = ひとことで：どんな印象を残したいですか？ほかの人には見えません。
act-followup-wanted = 保存
followup-time-no-mailbox = 確保できませんでした。このメールボックスはもうありません。
followup-with-colleague = フォローアップは{ $who }さんが担当しています。
followup-taken = フォローアップの担当になりました。この通話に参加した同僚にも表示されます。
followup-kept-by = この約束は{ $who }さんの一覧にあります。
act-followup-give-back = 担当をやめる
