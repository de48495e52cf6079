## 約束：こちらの約束、先方の約束、営業日に一度の静かなメッセージ

owed-due = { $state ->
    [today] 期日は今日
    [tomorrow] 期日は明日
    [late] 期日{ $day }を超過
    [none] 期日なし
   *[later] 期日は{ $day }
}
owed-line = { $due }、{ $client }：{ $what }。
owed-line-theirs = { $due }、{ $client }、{ $who }：{ $what }。
owed-waits = { $state ->
    [open] { $who }を待っています。
    [late] { $who }の期日は{ $day }でした。顧客が気づく前に確認しましょう。
    [too_late] { $who }の予定は{ $day }で、こちらの期日の後です。まずご自身から顧客に伝えましょう。
   *[waiting] { $who }を{ $day }まで待っています。
}
owed-quote = 「{ $quote }」
owed-doubt-mail = その後のメールで済んだかもしれません。
owed-nobody = 先方
owed-no-client = 顧客の指定なし
owed-source-transcript = { $subject }での発言、{ $day }
owed-source-note = { $subject }のメモ、{ $day }
owed-source-mail = { $day }のメール
owed-source-own = ご自身の記録、{ $day }
owed-source-gone = { $origin ->
    [note] { $day }のメモ
   *[transcript] { $day }の通話での発言
}

owed-title = お互いの約束
owed-ours = こちらの約束
owed-theirs = 先方の約束
owed-none = どちらにも残っている約束はありません。
owed-more = { $count ->
   *[other] ほか{ $count }件
}
owed-noted-done = 完了：{ $what }
owed-noted-dropped = 約束から外しました：{ $what }
owed-gone = この約束はもうありません。
owed-wait-title = どなたを待っていますか？
owed-wait-for = 取引先、同僚など
owed-wait-until = いつまでですか？
owed-wait-missing = どなたを待っているか入力してください。
owed-day-bad = この日付は存在しません。
owed-day-past = この日付は過ぎています。
owed-what-unknown = 約束にこの操作はできません。
owed-mid-point = { $count ->
   *[other] お互いの約束が{ $count }件残っています：{ $list }
}

nudge-title = 今日のお知らせ
nudge-summary = { $count ->
   *[other] 今日のリマインダー{ $count }件
}
nudge-summary-back = 不在中の出来事
nudge-summary-week = 最初の一週間のまとめ

act-owed-done = 完了
act-owed-kept = 約束を果たした
act-owed-wait = 人を待っている
act-owed-warn = 顧客に知らせる
act-owed-undo = まだ完了していない
act-owed-save = 登録する
act-owed-back = 戻る

bot-word-owed = 約束
bot-does-owed = お互いの約束

finding-owed = { $side ->
    [ours] { $day }のご自身の約束：「{ $what }」
    [colleague] { $day }の同僚の約束（{ $who }）：「{ $what }」
   *[theirs] { $day }の{ $who }の約束：「{ $what }」
}{ $state ->
    [none] {""}
    [late] 。期日は{ $due }、過ぎています
    [today] 。期日は今日です
   *[ahead] 。期日は{ $due }です
}
