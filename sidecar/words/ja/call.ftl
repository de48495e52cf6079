# 通話中に、開催者に伝えること。

setting-breaks = 長い通話で休憩を提案
setting-breaks-hint = ご自身だけに、パネルとこのチャットで
setting-break-coffee = コーヒー休憩の長さ（分）
setting-break-coffee-hint = 2～30分。「お互いに5分ほど」
setting-break-midpoint = 中間の休憩の長さ（分）
setting-break-midpoint-hint = 5～45分。長めの休憩のほうが効果的です（Albulescu 2022）
setting-break-midpoint-from = 中間の休憩を入れる通話の長さ（分）
setting-break-midpoint-from-hint = これより長い通話が対象。60～480分。90分は当製品の判断です
setting-break-apart = 強めの提案の間隔（最短、分）
setting-break-apart-hint = 20～180分。45分は当製品の判断です
setting-break-closing = 終了前に提案しない時間（分）
setting-break-closing-hint = 予定の終了前0～60分。10分は当製品の判断で、締めくくりの時間です
setting-break-lunch-after = 昼食を提案する通話の長さ（分）
setting-break-lunch-after-hint = これ以上の長さの通話が対象。60～480分。180分は当製品の判断です

call-hint-break = コーヒーを一杯、いかがですか？
call-hint-break-firm = そろそろ休憩しましょう。皆さん、長い時間続けています。
call-hint-midpoint = ちょうど半ばです。皆さんで{ $count }分休みませんか？
call-hint-lunch = 多くの方がお昼どきです。昼食にしませんか？
call-hint-new-topic = 休憩明けは、前の話題に区切りをつけるよい機会です。
call-because-calendar = { $because }（予定の開始時刻から計算。開始の連絡はまだありません。）

call-line-coffee = コーヒーを取りに行ってきます。皆さんもどうぞ。{ $back }
call-line-pause = { $count }分休憩しましょう。{ $back }
call-line-lunch = お昼にしましょう。{ $back }
call-line-longer = もう少しだけお待ちください。{ $back }
call-line-back = { $clock }に再開します。
call-line-back-yours = { $clock }（そちらの{ $yours }）に再開します。
call-line-back-at = { $clock }（{ $place }）に再開します。
call-line-back-places = { $clock }に再開します。{ $places }。
call-line-place = { $place }は{ $clock }
call-line-next = 次はこの件に進みましょうか：{ $text }
call-line-parked = 先ほど保留にした件です。ここで取り上げましょうか：{ $text }

call-next = 次：{ $text }
call-next-parked = 保留していた件：{ $text }
call-next-own = 次：新しい話題
call-message-now = 今、{ $name }さんにメッセージを。休憩中は推進役の方に声をかけやすい時間です。
call-message-now-idea = 今、{ $name }さんにメッセージを。出していた案：「{ $idea }」

call-asks-started = 始まりましたか？
call-asks-over = 終わりましたか？
call-doubt-never-started = Teamsから開始の通知がありません。開催されていないのかもしれません。
call-doubt-never-ended = Teamsから終了の通知がありません。

call-card-title = { $subject }
call-card-running = { $clock }から進行中です。
call-card-planned = { $clock }開始の予定です。
call-card-done = 終了しました。
call-card-never = 開催されなかったようです。
call-card-planned-over = 予定では終了しています。
call-card-never-ended = Teamsから終了の通知がありませんが、予定では終了しています。
call-card-paused = { $clock }まで休憩中です。
call-card-paste = 会議に貼り付ける文：
call-card-summary = 通話についてひとこと

call-act-coffee = コーヒー休憩を伝える
call-act-pause = { $count }分の休憩を伝える
call-act-lunch = 昼休みを伝える
call-act-later = { $count }分後に
call-act-not-now = 今はしない
call-act-longer = +2分
call-act-back = 再開した
call-act-go-on = これに進む
call-act-put-off = ほかを先に
call-act-started = 始まった
call-act-started-now = 今始まったところ
call-act-never = 開催しない
call-act-ended = 終わった
call-act-runs-over = 延長中

call-stale = 通話が先に進んだため、このタップは使えません。何も変更していません。
