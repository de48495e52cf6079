### どこにいるか：お伝えできる時刻と、その根拠。

## 時刻
where-when-day = { $day } { $clock }
where-place = { $city }時間、UTC{ $offset }
where-stated = { $when }（{ $place }）
where-probably = おそらく{ $when }（{ $place }）
where-probably-some = おそらく{ $when }（{ $place }。{ $others }）
where-others-behind = { $count ->
   *[other] 国の{ $share }%は{ $count }時間遅れ
}
where-others-ahead = { $count ->
   *[other] 国の{ $share }%は{ $count }時間進み
}
where-others-offset = 国の{ $share }%はUTC{ $offset }
where-under-one = 0～1
where-others-several = 国の{ $share }%は別の時刻
where-others-elsewhere = { $share }%の可能性で別の時刻（例：{ $clock }、UTC{ $offset }）
where-or = { $first }または{ $last }
where-ask = { $clocks }：先方の時刻はどれですか？
where-ask-one = { $clock }かもしれません。先方の時刻で合っていますか？
where-unknown = 先方の時刻がわかりません。どちらにいますか？

pattern-date = y年M月d日

## 根拠
where-no-evidence = 所在地の手がかりがありません
where-own-entry = ご自身が{ $zone }に設定しました
where-working-hours = 公開されている勤務時間が{ $zone }です
where-organiser-zone = 先方が{ $zone }で会議を設定しました
where-zone-unknown = 「{ $value }」というタイムゾーンを確認できません
where-zone-placeless = { $zone }は場所を示さない時刻です
where-city = 名前の横に{ $city }とあります
where-city-several = 名前の横に{ $city }とあり、同名の街が複数あります
where-city-around = 名前の横に{ $city }とありますが、街の一覧にはなく、周辺の街だけがあります
where-city-unknown = 「{ $city }」は街の一覧にありません
where-country = 名前の横：{ $country }
where-country-unknown = 「{ $value }」という国を確認できません
where-phone-fixed = 固定電話の番号（{ $country }）
where-phone-either = 電話番号（{ $country }）。携帯電話で、移動先かもしれません
where-phone-mobile = 携帯電話の番号（{ $country }）
where-phone-unassigned = { $country }の形式の番号ですが、どの通信網にも割り当てがありません
where-phone-placeless = どこでも受けられる番号で、場所はわかりません
where-phone-incomplete = 電話番号に国番号がありません
where-phone-unreadable = 電話番号を読めません
where-mail-offset = { $date }のメールの時刻がUTC{ $offset }
where-mail-old = { $date }の古いメールのUTC{ $offset }は今と合わないため、数えません
where-mail-utc = UTCと記されたメールは、多くがサーバーによるものなので、数えません
where-mail-single = メールが一通、または一つの季節だけなので、手がかりにとどまります
where-mail-contradicts = { $date }の最新メールはUTC{ $offset }で、ほかの手がかりと合いません
where-mail-unreadable = 「{ $offset }」はメールの時差として読めません
where-domain = ドメイン{ $domain }（{ $country }）
where-domain-silent = { $domain }から場所はわかりません
where-domain-free = { $domain }は誰でも使えるメールサービスです
where-contradiction = 手がかりが互いに合いません
