transcript-not-teams = Teamsの会議ではないため、Teamsの記録はありません。
transcript-not-allowed = トランスクリプトを読めません。管理者が{ $name }を許可していません。
transcript-no-policy = トランスクリプトを読めません。管理者がこのアプリに会議の参照を許可していません。
transcript-not-hosted = ほかの方が開催した会議です。読めるのは、ご自身が開催した会議のトランスクリプトだけです。
transcript-no-meeting = この会議はTeamsにないか、すでに削除されています。
transcript-not-made = トランスクリプトはありません。開始されていないか、Teamsがまだ作成中です。
transcript-gone = トランスクリプトは削除されました。
