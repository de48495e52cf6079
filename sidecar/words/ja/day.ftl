## 現地は何の日か、働いているか
day-name = { $day ->
    [mon] 月曜日
    [tue] 火曜日
    [wed] 水曜日
    [thu] 木曜日
    [fri] 金曜日
    [sat] 土曜日
   *[sun] 日曜日
}
day-regions = { $holiday }（{ $of }地域中{ $count }地域：{ $how ->
    [but] { $regions }を除く
    [such] { $regions }など
   *[all] { $regions }
}）
day-closes-early = 金曜日：官公庁は正午に閉まり、多くの企業もそれに合わせます
day-period = { $period ->
    [ramadan] 現地の暦ではラマダン（見込み。前後1日）：勤務時間を短くする企業もあります
    [lunar-new-year] 旧正月：祝日の前後は多くの企業が休みです
    [golden-week-japan] ゴールデンウィーク：多くの企業が休みです
    [golden-week-china] 国慶節の連休：ほとんどの企業が休みで、週末に振替出勤があります
    [obon] お盆：多くの企業が休みです
    [year-end-japan] 年末年始：ほとんどの企業が休みです
    [chuseok] 秋夕（チュソク）：祝日の前後はほとんどの企業が休みです
    [diwali] ディワリの週：多くの企業で人が少なめです
    [carnival] カーニバル：多くの企業が休みです
    [holy-week] 聖週間：多くの企業で人が少ないか、休みです
    [midsummer] 夏至祭：多くの企業が休みです
    [july-north] 7月：休暇中の人が多い時期です
    [august] 8月：多くの企業で人が少ないか、休みです
    [new-year-russia] 新年の連休：ほとんどの企業が休みです
    [summer-south] 夏の休暇期間：多くの企業で人が少ないか、休みです
    [year-end] クリスマスから新年まで：多くの企業で人が少ないか、休みです
   *[bridge] 祝日と週末の間の平日：休みを取る人が多い日です
}
working-holiday = 現地は{ $holiday }
working-holiday-expected = 現地は{ $holiday }（見込み。前後1日）
working-holiday-regions = { $of }地域中{ $count }地域で{ $holiday }（{ $how ->
    [but] { $regions }を除く
    [such] { $regions }など
   *[all] { $regions }
}）。勤務先の地域は不明です
working-into-holiday = 翌日にかかり、現地は{ $holiday }です
working-weekend-regions = { $regions }{ $count ->
   *[other] は
}週末の曜日が異なります
working-place-doubt = { $country }に{ $zone }の時刻はありません。どちらかが誤りかもしれません
working-holiday-some = { $holiday }：現地では休みの企業もあります
working-holidays-unknown = { $year }年の現地の祝日は不明です
working-half-day = 現地は半日勤務：{ $holiday }
working-weekend = 現地では{ day-name }は週末です
working-weekend-usual = 現地では{ day-name }は通常、週末です
working-weekend-unknown = 現地で{ day-name }が勤務日かどうかは不明です
working-weekend-worked = 現地ではこの{ day-name }は振替の勤務日です
working-day-off = 先方は{ day-name }が休みです
working-hours = { $basis ->
    [stated] 勤務時間は{ $hours }
    [learned] メールから見た勤務時間は{ $hours }
   *[assumed] 勤務時間は{ $hours }と仮定
}
working-lunch = { $basis ->
    [stated] 昼休みは{ $hours }
    [learned] メールから見た昼休みは{ $hours }
   *[assumed] 昼休みは{ $hours }と仮定
}
working-runs-past = { $basis ->
    [stated] 先方の終業{ $end }を過ぎます
    [learned] メールから見た終業{ $end }を過ぎます
   *[assumed] 終業と仮定した{ $end }を過ぎます
}
working-into-lunch = { $basis ->
    [stated] 先方の昼休み{ $hours }にかかります
    [learned] メールから見た昼休み{ $hours }にかかります
   *[assumed] 昼休みと仮定した{ $hours }にかかります
}

## 無理のない時間
slot-suffers = { $state ->
    [night] { $who }は深夜
    [before] { $who }は早朝
    [after] { $who }は遅い時間
    [lunch] { $who }は昼休み
    [weekend] { $who }は週末
    [holiday] { $who }は祝日
   *[unknown] { $who }の勤務は不明
}
slot-in-hours = 全員が勤務時間内
slot-eased = { $who }は楽になる
slot-spared = 前回負担の大きかった{ $who }が楽になる
slot-suffers-you = { $state ->
    [night] こちらは深夜
    [before] こちらは早朝
    [after] こちらは遅い時間
    [lunch] こちらは昼休み
    [weekend] こちらは週末
    [holiday] こちらは祝日
   *[unknown] こちらの勤務は不明
}
slot-eased-you = こちらは楽になる
slot-spared-you = 前回負担の大きかったこちらが楽になる
slot-booked = { $state ->
    [night] { $who }の現地時刻は{ $clock }、深夜です
    [before] { $who }の現地時刻は{ $clock }、始業前です
    [after] { $who }の現地時刻は{ $clock }、終業後です
    [weekend] { $who }の現地は週末です（{ $clock }）
    [holiday] { $who }の現地は祝日です（{ $clock }）
    [widely] { $who }の国の多くの地域で祝日です（{ $clock }）
   *[lunch] { $who }の現地時刻は{ $clock }、昼休みです
}
