### 日本語：時刻と季節による違い。キーと変数はどの言語でも同じです。

## 存在しない時刻、二度ある時刻、不明なタイムゾーンの時刻
clock-skipped = この日の{ $place }では時計が進むため、{ $asked }はありません。{ $taken }として扱います
clock-skipped-day = { $place }では日付が飛ぶため、{ $day } { $asked }はありません。{ $later } { $taken }として扱います
clock-ambiguous = この日の{ $place }では{ $asked }が二度あります。最初のほう（UTC{ $offset }）として扱います

clock-zone-guessed = 招待のタイムゾーン「{ $zone }」を確認できません。{ $asked }は{ $place }の時刻として読みましたので、先方に確認しましょう
clock-zone-guessed-utc = 招待のタイムゾーン「{ $zone }」を確認できません。{ $asked }はUTCとして読みましたので、先方に確認しましょう
clock-invitation-place = 招待のタイムゾーン

## 先方の時刻がいつもと違う会議
shift-gap = 先方ではいつも{ $usual-day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $usual }、今週は{ $day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $local }、{ $until }からいつもどおりです
shift-gap-long = 先方ではいつも{ $usual-day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $usual }、{ $until }までは{ $day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $local }です
shift-gap-once = 先方ではいつも{ $usual-day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $usual }、今回は{ $day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $local }、{ $until }からいつもどおりです
shift-between = 先方ではこれまで{ $usual-day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $usual }、{ $span ->
    [long] 今は
   *[week] 今週は
}{ $day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $local }、{ $until }からは{ $then-day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $then }です
shift-from-now-on = 先方ではこれまで{ $usual-day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $usual }、今後は{ $day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $local }です

## 定例会議
shift-series = { $first }から{ $last }まで、先方では{ $day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $local }（UTC{ $offset }）、それ以外は{ $usual-day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $usual }です
shift-series-once = { $first }は先方では{ $day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $local }（UTC{ $offset }）、それ以外は{ $usual-day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $usual }です
shift-series-for-good = { $first }から先方では{ $day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $local }（UTC{ $offset }）、それまでは{ $usual-day ->
    [same] 同日の
    [next] 翌日の
    [before] 前日の
    [two-later] 2日後の
    [two-before] 2日前の
   *[plain] {""}
}{ $usual }です
