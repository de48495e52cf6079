### 日本語：顧客の組織についての公開情報。キーと変数はどの言語でも同じです。

card-company = { $name }について
card-news-kind = { $category ->
    [death] 訃報
    [accident] 事故
    [disaster] 災害
    [violence] 暴力事件
    [layoffs] 人員削減
    [legal] 訴訟
    [breach] 情報漏えい
    [recall] リコール
    [insolvency] 経営難
    [strike] ストライキ
    [scandal] 不祥事
   *[other] 悪いニュース
}
warning-sensitive-news = { $grave ->
    [yes] { card-news-kind }に触れる例え話は避けましょう{ $who ->
        [none] {""}
       *[other] （{ $who }）
    }{ $doubt ->
        [yes] 。先方のことかもしれません
       *[no] {""}
    }：「{ $title }」{ $tongue ->
        [theirs] （原文）
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] 、{ $day }
    }
   *[no] 配慮したい話題：{ card-news-kind }{ $who ->
        [none] {""}
       *[other] （{ $who }）
    }{ $doubt ->
        [yes] 。先方のことかもしれません
       *[no] {""}
    }：「{ $title }」{ $tongue ->
        [theirs] （原文）
       *[ours] {""}
    }{ $day ->
        [none] {""}
       *[other] 、{ $day }
    }
}
warning-sensitive-short = { card-news-kind }に触れる例え話は避けましょう（{ $who }）
finding-beside = { $name }：{ $text }
finding-news = 「{ $title }」{ $tongue ->
        [theirs] （原文）
       *[ours] {""}
    }{ $day ->
    [none] {""}
   *[other] 、{ $day }
}
finding-products = { $foreign ->
    [yes] 製品・サービス（原文のまま）：{ $products }
   *[no] 製品・サービス：{ $products }
}
finding-background = { $kind ->
    [founded] 設立：{ $value }
    [leader] 代表：{ $value }
   *[size] 規模：{ $value }
}
finding-fact = { $kind ->
    [founded] 設立：{ $value }
    [seat] 所在地：{ $value }
    [parent] 親会社：{ $value }
    [legal_name] 登記名：{ $value }
    [industry] 業種：{ $value }
    [country] 国：{ $value }
    [chief] 代表：{ $value }
   *[other] { $value }
}
reason-site-not-read = 先方のサイト{ $site }を読めませんでした
act-wrong-company = 会社が違う
noted-wrong-company = 登録しました：別の会社でした。その情報は今後表示しません。
act-wrong-company-named = 会社が違う：{ $who }
act-wrong-person = 人が違う：{ $who }
act-wrong-person-any = 人が違う
act-wrong-person-who = 違うのはどなたですか？
act-wrong = 間違いがある？
noted-wrong-person = 登録しました：{ $who }とは別の人でした。その情報は今後表示しません。
finding-question = { $day }の{ $who }さんの質問：「{ $question }」
finding-silence = { $day }の{ $who }さんからのお願い：「{ $quote }」
finding-promise = { $mine ->
    [yes] { $day }のご自身のメール：「{ $quote }」
   *[no] { $day }の{ $who }さんのメール：「{ $quote }」
}{ $state ->
    [overdue] 。期日は{ $due }、過ぎています
    [followed] 。期日は{ $due }。その後のメールで済んだかもしれません
   *[ahead] 。期日は{ $due }です
}
finding-last-mail = { $who }さんからの最後のメール、{ $day }：「{ $subject }」
card-deck = 持参する資料
card-deck-file = { $file }：{ $text }
warning-deck-plain = { $text }
reason-web-not-asked = サイトとニュースは未確認です。連絡先（COMPANION_WEB_CONTACT）が未設定か、この端末だけを調べる設定です
finding-colleagues = { $count ->
   *[other] この12か月に{ $name }と会った同僚は{ $count }名{ $these ->
        [none] {""}
       *[other] （うち{ $these }名は今回の参加者と）
    }。最後は{ $month }
}
finding-colleagues-source = 社内の予定表（回数のみ）。{ $count ->
   *[other] 同僚{ $count }名が共有中
}
noted-share-counts = { $on ->
    [true] 登録しました：顧客と会った回数が同僚に見えます。ご自身の名前、件名、日付は見えません。非公開の会議は数えません。
   *[false] 登録しました：今後、ご自身の会議は数えず、そのための記録も残しません。
}
warning-not-checked = 先方のサイトとニュースは未確認：{ $why ->
    [offline] ネットワークでの確認を行わない設定です
    [not_yet] まだ回答がありません
   *[no_contact] ウェブ用の連絡先が未設定です
}
finding-name-twice = { $name }という名前の人が複数います。メモがどなたを指すかはわかりません
finding-name-only = { $name }は名前だけで見つけました。参加者とは別の人かもしれません
news-headline-withheld = （読み手への命令を含むため、見出しは表示しません）
