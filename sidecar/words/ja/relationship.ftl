## 関係を続けるために：疎遠になりそうな顧客、提案、関係のページ

relation-check-in = { $name }：最後のやり取りから{ $count ->
   *[other] { $count }日
}がたちました。
relation-call-instead = { $name }：{ $count ->
   *[other] メールは{ $count }通
}、電話は{ $since }からありません。電話にしてみますか？
relation-call-at-last = { $name }：{ $count ->
   *[other] メールは{ $count }通
}、電話はまだありません。電話にしてみますか？
relation-mid-point = { $name }：{ $date }までの折り返しです。短い電話で様子を聞いてみますか？
relation-mid-point-promises = { $name }：{ $date }までの折り返しです。{ $count ->
   *[other] 約束が{ $count }件残っています
}。短い電話で様子を聞いてみますか？
relation-visit-trip = { $date }から{ $city }に滞在の予定です。{ $name }も同じ街にあります。訪問を提案しますか？
relation-visit-escalation = { $name }は今、特に気を配りたい顧客です。電話より、顔を合わせるほうが伝わります。
relation-visit-kick-off = { $name }との仕事が始まります。最初に一度、訪問しませんか？
relation-visit-first-year = { $name }とのお付き合いが1年になりました。訪問のよい機会ではありませんか？
relation-visit-assumption = 訪問先で、この点を確かめましょう：「{ $what }」
relation-thanks = { $name }の{ $who }さん（{ $what }）：年に一度、お礼を伝えませんか？
relation-habit = 今月試したい習慣：{ $idea }
relation-colleagues = 回数を共有している同僚{ $sharing }名のうち{ $count }名が実践：{ $idea }
relation-experience = 今四半期、{ $name }に自分らしいひと工夫を：{ $idea }
relation-list = { $count ->
   *[other] しばらくやり取りのない顧客が{ $count }件あります
}：{ $names }
relation-list-one = { $name }（{ $count ->
   *[other] { $count }日
}）
relation-list-more = ほか{ $count }件
relation-reach = { $who }さん：{ $how }
relation-reach-clock = 現地時刻：{ $clock }
relation-unread = メールは読んでいないため、その後に送信済みかもしれません。
relation-unsure = { $count ->
   *[other] その後のメール{ $count }通は日付が不確かなため、数えていません。
}
relation-colleague = 回数を共有している同僚が、{ $month }にやり取りしています。

relation-idea-parked = 本題から外れた話は「保留」とメモし、次回に取り上げる
relation-idea-promise = 約束は、その場でサイドパネルに書き留める
relation-idea-must = 必ず話すこと二つを、通話の前に書き出す
relation-idea-role = 決裁者、慎重派、推進役を登録し、それぞれに合った話し方をする
relation-idea-call = 会議と会議の間に、様子を聞くためだけの電話をかける
relation-idea-asked = 前回聞いた話から会話を始める
relation-idea-visit = 一度、直接会いに行く
relation-idea-check = カメラ、音声、リンクを前日に試す
relation-idea-tour = 職場をカメラで5分間案内する
relation-idea-window = 窓からの景色を見せ合う
relation-idea-table = 製品を机に置き、一緒に分解してみる
relation-idea-guest = 先方が名前だけ知っている同僚を紹介する
relation-idea-sketch = 先方の業務の流れを、白紙に一緒に描いてみる
relation-idea-walk = お互い外を歩きながら、資料なしで話す

relation-state-new = まだやり取りなし
relation-state-fine = 良好
relation-state-soon = そろそろ連絡を
relation-state-slipping = 疎遠ぎみ
relation-state-losing = 長く音沙汰なし
relation-state-resting = 休止中
relation-kind-meeting-held = 会議
relation-kind-visit = 対面
relation-kind-call = 電話
relation-kind-mail-personal-in = 受信メール
relation-kind-mail-personal-out = 送信メール
relation-kind-mail-bulk = 一斉メール
relation-kind-mail-commercial = 請求書・お知らせ
relation-kind-mail-automatic = 自動メール
relation-kind-mail-unsure = メール（対象外）
relation-kind-meeting-unsure = 会議（対象外）
relation-doubt-no-date = 日付がありません。
relation-doubt-odd-date = 日付が正しくないようです。
relation-doubt-not-held = 開催されませんでした。
relation-verdict-none = まだやり取りの記録がありません。
relation-verdict-commercial = 直近{ $count }回のやり取りにご自身の言葉がなく、先方には請求書の一行にしか見えていないかもしれません。
relation-verdict-mostly-commercial = 直近{ $count }回のうち{ $others }回は請求書、お知らせ、自動メールなので、ひとこと添えれば目に留まります。
relation-verdict-one-way = { $written }回送って返信が確認できていないので、電話のほうが先方も話しやすいかもしれません。
relation-verdict-written = 最近は文章だけです（メール{ $written }通）なので、電話なら声が届きます。
relation-verdict-alive = 直近{ $count }回のうち会話が{ $spoken }回、文章が{ $written }回と、活発です。
relation-limits-yours = ご自身の設定：{ $soft }日、遅くとも{ $hard }日。
relation-limits-learnt = これまでの間隔から：{ $soft }日、遅くとも{ $hard }日。
relation-limits-usual = 標準：{ $soft }日、遅くとも{ $hard }日。
relation-balance = { $count ->
   *[other] 最後に話してからメール{ $count }通
}。
relation-asked-again = { $what }について尋ねました。
relation-asked-said = { $what }について尋ねました。先方の答え：「{ $said }」
opener-asked-said = 「{ $about }」について尋ねました。先方の答え：「{ $said }」。その後を聞いてみましょう。
relation-mails-read = メールの確認：{ $day } { $clock }。
relation-mails-never = 管理者が許可している場合、顧客の名前を挙げる前にメールを確認します。

relation-losing-none = いません。どの顧客とも、ご希望の間隔でやり取りできています。
relation-losing-title = 直接のやり取りがない期間の長い順
relation-which = どの顧客ですか？
relation-nobody = 「{ $who }」という顧客は見当たりません。一度お会いになると表示されます。
relation-noted-called = 登録しました：{ $name }と電話で話しました。
relation-noted-visited = 登録しました：{ $name }を訪問しました。
relation-noted-not-called = 取り消しました：{ $name }への電話はなし。
relation-noted-rest = { $name }への提案は{ $date }まで休みます。
relation-noted-plan = わかりました。しばらくは提案しません。
relation-noted-thanked = 登録しました：{ $who }さんにお礼を伝えました。
relation-noted-saved = 保存しました。
relation-bad-limits = 3～365日で、二つ目は一つ目以上の日数にしてください。
relation-bad-date = 過去の日付を入力してください。
relation-not-known = お会いになった顧客の中に見当たりません。

bot-word-losing = 疎遠な人
bot-does-losing = しばらくやり取りのない顧客
bot-word-called = …に電話した
bot-does-called = 電話を記録し、リマインダーを消します

act-relation-called = 今電話した
act-relation-visited = 訪問した
act-relation-not-now = 今はしない
act-relation-undo = 電話していない
act-relation-plan = 予定に入れる
act-relation-try = 試してみる
act-relation-thanked = お礼を伝えた
act-relation-draft = メールの下書き
act-relation-points = 話すこと
act-relation-see = すべて見る
