### 日本語：ウェビナーなど大人数の会議、来なかったお客様、録画。キーと変数はどの言語でも同じ。

## 発表か視聴か
card-part-ask = { $what ->
    [webinar] ウェビナーです。発表しますか、視聴しますか？
    [town_hall] タウンホールです。発表しますか、視聴しますか？
   *[other] 招待者がとても多い会議です。発表しますか、視聴しますか？
}
card-part-presenting = 大勢の前での発表です。15分前に参加し、入室の許可と質問の対応を誰が担当するか確認しましょう。
card-part-listening = 視聴のみのため、この会議のカードは届きません。
act-part-presenting = 発表する
act-part-listening = 視聴する
act-part-undo = 元に戻す
noted-part-presenting = 発表すると記録しました。準備することはカードでお知らせします。
noted-part-listening = 視聴すると記録しました。この会議と以降の定例のカードは届きません。
reason-listening = 対象外：視聴のみとのことでした
line-listening = 視聴のみ：{ $subject }
check-devices-presenting = 発表者です。音声と映像を事前に一度お試しください
check-screen-share-presenting = 発表者です。正しいウィンドウの共有を事前に一度お試しください
check-access-presenting = 発表者です。主催者に発表者の権限をご依頼ください
check-recording-presenting = このような会議は録画されることが多いため、確認し、冒頭で伝えましょう

## 録画
card-records = 最初の発言から自動で録画されます。始める前に「この会議は録画されますが、よろしいでしょうか」とお伝えください。
call-tell-recorded = 録画中です。今入室した方にもお伝えください。
