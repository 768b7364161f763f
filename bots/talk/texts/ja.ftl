# Short, warm, adult. The number first, then one sentence. No guilt, no countdowns.

fault = こちら側で問題が起きました。記録はすべて無事です。少ししてからもう一度お試しください。
fault-again = こちら側で問題が起きました。何もしなくて大丈夫です。自動でもう一度試し、結果をここでお知らせします。
fault-over = うまくいかず、再試行をやめました。やり直す前に、/streak で記録済みかどうかを確かめてください。
press-unknown = このボタンの内容がわかりません。/help でできることを確認できます。
limit-met = 少し急ぎすぎのようです。{ $when }からまたお受けします。
limit-wait = 少々お待ちください。
told-alone = これはあなただけへの返信です。下をご覧ください。
who-are-you = どなたか分かりませんでした。グループとしてではなく、ご自身のアカウントで書いてください。

## Buttons and choices
button-checkin = ✅ チェックイン
button-undo = 取り消す
button-join = 参加する
button-join-titled = { $title }に参加
button-leaderboard = ランキング
button-page = ウェブで見る
button-record = 行われたこと
button-events = イベントを見る
button-leave = 退出する
button-leave-titled = { $title }から退出
button-more = さらに追加
button-other-amount = ほかの数量
button-share = シェア
button-cheer = 👏 応援する
button-cheer-too = 👏 一緒に応援（{ $n }）
button-board = 毎日のボード
button-recap = 毎週のまとめ
button-pin = 栄誉をピン留め
button-picture = 画像
button-previous = ◀ 戻る
button-next = 次へ ▶
button-me = 自分
button-in-week = 今週
button-in-month = 今月
button-in-all = 全期間
button-window-earlier = « 前の期間
button-window-later = 次の期間 »
button-edit = 編集
button-edit-title = 名前
button-edit-days = 頻度
button-edit-goal = 目標
button-edit-tasks = タスク
button-edit-text = 説明
button-edit-ends = 最後の日
button-edit-visibility = 公開範囲
button-edit-milestones = 節目
button-edit-starts = 初日
button-edit-mode = 習慣かコンテストか
button-edit-group = グループの連続記録
button-edit-category = テーマ
button-edit-emoji = 絵文字
button-edit-proof = 証拠
button-edit-approval = 参加できる人
button-edit-clock = 時計
button-edit-zone = タイムゾーン
button-edit-percent = グループの割合
button-edit-unit = 単位
button-edit-count = 数え方
button-edit-need = 必要なタスク数
button-edit-more = その他…
button-publish = 公開する
button-discard = 破棄する
button-invite = 招待
button-end = 終了する
button-again = 次のラウンド
button-revoke = コードをすべて無効にする
button-revoke-one = コード{ $n }を無効にする
button-codes = コード一覧
button-post-invite = ここに招待を投稿する
button-invite-link = 招待リンク
button-let-in = { $name }さんを迎える
button-turn-down = { $name }さんは見送る
button-approve = 承認する
button-reject = 承認しない
button-resume = お休みを終える
button-pause = 休む
button-repair = { $day }を修復
button-earlier = −1時間
button-later = +1時間
button-snooze = 1時間後に
button-not-today = 今日はやめる
button-language = 言語
button-zone = タイムゾーン
button-day-start = 一日の始まり
button-quiet = 静かな時間
button-nudges-off = ひと声を受け取らない
button-nudges-on = ひと声を受け取る
button-cheers-off = 応援を受け取らない
button-cheers-on = 応援を受け取る
button-blocks = ブロック中の人
button-untell = 🔇 { $title }
button-hear-unseen = 見えない分のミュートを解除
button-milestones-off = 節目を知らせない
button-milestones-on = 節目を知らせる
button-interests = 興味
button-link = アカウントを連携
button-link-yes = はい、連携します
button-link-me = はい、自分です
button-link-not-me = いいえ、違います
button-unlink = もう一度分ける
button-unlink-account = { $account } を分ける
button-privacy = プライバシー
button-settings = 設定
button-all = すべてのコマンド
button-setup = 設定する
button-help = ヘルプ
button-profile = プロフィール
button-profile-edit = 変更
button-templates = おすすめのイベント
button-over = 終了したもの
button-own-event = 自分で考える
button-hide = 自分を表示しない
button-show = 自分を表示する
button-export = データを書き出す
button-export-table = チェックインの表
button-delete = すべて削除
button-erase = 1週間後に消去する
button-keep = すべて残す
menu-streak = 連続記録を見る
menu-cheer = 応援する
word-off = オフ
list-comma = 、
list-semicolon = ；
percent-of = { $n }%
button-remind = 20:00にリマインド
button-remind-off = リマインドをやめる
button-open-private = 個人チャットを開く
button-time-yes = はい、{ $time }です
button-time-other = いいえ、違う時刻です
button-time-between = この中にない
button-location = 📍 現在地を送る
button-device = この端末のタイムゾーンを使う
button-matrix = 自分のカレンダー
button-note = メモを追加
button-by-current = 現在
button-by-longest = 最長
button-by-total = 合計
button-by-consistency = 継続度
button-by-points = 数量
choice-today = 今日
choice-yesterday = 昨日
choice-all = すべて
choice-one = 1つのイベント
choice-here = このコミュニティ
choice-everywhere = すべて
choice-templates = おすすめ
choice-quiet = 静か
choice-usual = ふつう
choice-lively = にぎやか
choice-week = 今週
choice-month = 今月
choice-last_week = 先週
choice-last_month = 先月
choice-consistency = 継続度
choice-points = 数量
choice-sum = すべて合計する
choice-max = いちばん良い1回を数える
choice-most = 超えないようにする上限
choice-community = このコミュニティのみ
choice-habit = 仲間との習慣
choice-contest = コンテスト：例外なしで数える
choice-every = メンバー全員
choice-anyone = だれか1人
choice-half = メンバーの半数
choice-buddy = 2人組
choice-none = なし
choice-asked = 求める
choice-over = 終了したもの
choice-approved = 主催者が承認する
choice-yes = はい
choice-no = いいえ
choice-pardon = 再び参加できるようにする
choice-add = 追加
choice-remove = 外す
choice-hide = 自分を表示しない
choice-show = 自分を表示する
choice-export = データを書き出す
choice-delete = すべて削除
choice-keep = やはりすべて残す
choice-dm = 個人チャット
choice-channel = このチャンネル
choice-discord = Discord
choice-telegram = Telegram
choice-auto = アプリの言語に合わせる
choice-en = English
choice-de = Deutsch
choice-es = Español
choice-hi = हिन्दी
choice-ja = 日本語
choice-ar = العربية
choice-move = 運動
choice-read = 読書
choice-learn = 学び
choice-health = 健康
choice-mind = こころ
choice-create = ものづくり
choice-home = 家とお金
choice-other = そのほか
choice-mine = 自分のもの
choice-open = 参加できるもの
choice-public = 公開
choice-invite = 招待制
choice-fixed = 全員共通の時計
choice-personal = それぞれの時計
choice-current = 現在の連続記録
choice-longest = 最長の連続記録
choice-total = 合計

## What commands and their parameters are called here: lower case, no blanks
name-start = スタート
name-code = コード
name-checkin = チェックイン
name-event = イベント
name-amount = 数量
name-task = タスク
name-note = メモ
name-proof = 証明
name-day = 日
name-undo = 取り消し
name-streak = 連続記録
name-user = ユーザー
name-leaderboard = ランキング
name-by = 並び順
name-scope = 範囲
name-period = 期間
name-matrix = カレンダー
name-year = 年
name-badges = バッジ
name-events = イベント一覧
name-show = 表示
name-search = 検索
name-category = カテゴリー
name-join = 参加
name-leave = 退出
name-create = 作成
name-title = タイトル
name-goal = 目標
name-days = 曜日や日数
name-unit = 単位
name-count = 数え方
name-tasks = タスク一覧
name-need = 必要数
name-text = 説明
name-starts = 開始日
name-ends = 終了日
name-visibility = 公開範囲
name-mode = モード
name-group = グループ
name-percent = 割合
name-emoji = 絵文字
name-approval = 承認制
name-clock = 時計
name-zone = 地域
name-edit = 編集
name-milestones = 節目
name-end = 終了
name-again = もう一度
name-invite = 招待
name-uses = 人数
name-review = 確認
name-winners = 入賞者
name-announce = お知らせ
name-remind = リマインド
name-at = 時刻
name-last = 直前通知
name-here = ここ
name-via = 送り先
name-timezone = タイムゾーン
name-cheer = 応援
name-words = ひとこと
name-nudge = ひと声
name-pause = お休み
name-from = いつから
name-until = いつまで
name-resume = 再開
name-freeze = フリーズ
name-repair = 修復
name-profile = プロフィール
name-name = 名前
name-about = 自己紹介
name-settings = 設定
name-language = 言語
name-day_start = 一日の始まり
name-quiet = 静かな時間
name-nudges = ひと声の許可
name-cheers = 応援の許可
name-block = ブロック
name-interest = 興味
name-login = サインイン
name-link = 連携
name-unlink = 連携解除
name-privacy = プライバシー
name-action = 操作
name-help = ヘルプ
name-topic = トピック
name-admin = 管理
name-setup = コミュニティ設定
name-budget = 頻度
name-board = ボード
name-recap = まとめ
name-pin = ピン留め
name-reason = 理由
name-sure = 確認済み
name-amnesty = 免除
name-remove = 除外
name-ban = 参加制限
name-moderator = モデレーター
name-silence = ミュート
name-role = ロール
name-length = 連続数
name-audit = 操作履歴
name-record = 記録

group-event-about = イベントの作成・変更・終了
group-admin-about = このコミュニティの運営

## Days of the week
weekday-1 = 月曜日
weekday-2 = 火曜日
weekday-3 = 水曜日
weekday-4 = 木曜日
weekday-5 = 金曜日
weekday-6 = 土曜日
weekday-7 = 日曜日

## Months
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

## Rights
right-manager = ここを管理している方だけが使えます。その方に頼んでください。
right-in-group = チャンネルやグループで、そこを管理している方が使えます。
host-only = イベントの主催者だけができます。主催者に頼んでください。
host-not-member = { $name }さんは「{ $title }」に参加していません。
host-not-repairable = そこに、{ $name }さんの連続記録を止めた空きはありません。/matrix で日ごとに見られます。
person-unknown = { $name }さんをまだ知りません。最初のコマンドを使うと、ここに登録されます。
person-several = { $name }さんは何人かいます。@ でメンションしてください。
person-hidden = { $name }さんは連続記録を公開していません。
silenced-here = ここを管理している方が、あなたをここではミュートしています。個人チャットではこれまでどおり使えます。
silenced-alone = ここを管理している方があなたをミュートしているため、これはあなただけに届きます。

## Which event
event-which = どのイベントですか？
event-which-again = どのイベントですか：{ $titles }。event: と名前を付けて、もう一度送ってください。
question-of-another = それはほかの方への質問です。ご自分で送ってくだされば、あなたにもお聞きします。
event-unknown = このイベントは見つかりません。
event-not-found = 「{ $words }」というイベントは見つかりませんでした。/events で一覧を見られます。
choice-unknown = { $param }の「{ $word }」が分かりませんでした。次の中からお選びください：{ $known }
only-in-private = お答えはありますが、ほかの方には見せられない内容です。個人チャットを開いて、もう一度聞いてください。
sent-in-private = 個人チャットに送りました。
event-none-mine = まだどのイベントにも参加していません。/events で参加できるものを見られます。
event-none-open = 参加できるイベントはまだありません。/event create で最初のイベントを作れます。

## /start and /help
start-about = あいさつをして、時計を合わせます
start-code = ここへ来たリンクのコード
start-hello = { $name }さん、こんにちは 👋 連続記録を数えます。1日1回のタップで、どこまで進んだかがみんなに伝わります。
help-about = できることを表示します
help-meant = /{ $path }のことですか？
help-unclear = 分かりませんでした。次をお試しください：
help-intro = 1日1回のタップで連続記録が続きます。使えるコマンドはこちらです：
help-first = 1日1回のタップで連続記録が続きます。まずはこちら：
help-topic = 説明を見たいコマンド
help-param = • { $name }：{ $about }
help-line = **/{ $path }** { $about }
help-web = ウェブのランキング：{ $address }

## /checkin
checkin-about = 今日のチェックインをします
checkin-event = どのイベントか（複数に参加している場合）
checkin-note = ひとことメモ
checkin-amount = 数量（5や2.5 kmなど）
checkin-task = どのタスクができたか
checkin-proof = 様子が分かる写真やファイル
checkin-day = 今日、昨日、または日付（後から記入する場合）
checkin-noted = **{ $title }**に記録しました。
checkin-how-much = どのくらいですか（{ $unit }）？
checkin-which-task = どのタスクができましたか？
checkin-bad-day = 「{ $words }」という日が分かりませんでした。今日、昨日、または3月1日のような日付でお試しください。
checkin-bad-amount = 「{ $words }」という数量を読み取れませんでした。5や2.5のような数字でお試しください。
checkin-needs-proof = 「{ $title }」では写真やファイルが必要です。/checkin に添えて送るか、このメッセージに返信して送ってください。
checkin-proof-title = 写真やファイルを見せる
# What an answer to a reminder may say, in lower case, with / between.
checkin-not-counted = **{ $title }** は量ではなくチェックインを数えます。「{ $words }」をメモとして残しますか？
button-as-note = このメモでチェックイン
checkin-reply-unclear = **{ $title }**にチェックインするには「完了」と返信するか、下のボタンを押してください。
checkin-note-ask = **{ $title }**についてひとことどうぞ。
checkin-note-kept = メモを残しました。
checkin-done = { $span ->
    [week] ✅ **{ $current }週目** · { $title }
    [month] ✅ **{ $current }か月目** · { $title }
    [time] ✅ **{ $current }回連続** · { $title }
    [bonus] ✅ **ボーナス** · { $title }
   *[day] ✅ **{ $current }日目** · { $title }
}
checkin-bonus = 予定のない日の分です。実績には加わり、連続記録には数えません。
checkin-milestone = 🎉 { $run }になりました。
checkin-to-best = あと{ $left }で最長の連続記録（{ $best }）に並びます。
checkin-to-milestone = あと{ $left }で{ $run }です。
checkin-see-you = { $span ->
    [week] また来週。
    [month] また来月。
    [time] また次回。
   *[day] また明日。
}
checkin-counted-for = { $day }の分として数えました。
checkin-today-too = 今日の分もチェックインしますか？
checkin-already = { $span ->
    [day] 今日はもうチェックイン済みです。「{ $title }」の{ $current }日目です。取り消しますか？
    [bonus] 今日はもうボーナスとしてチェックイン済みです：「{ $title }」。取り消しますか？
   *[other] 今日はもうチェックイン済みです。「{ $title }」：{ $run }。取り消しますか？
}
checkin-part = { $span ->
    [week] ✅ 今週は**{ $asked }回中{ $done }回** · { $title }
   *[other] ✅ 今月は**{ $asked }回中{ $done }回** · { $title }
}
checkin-counted = その分はもう**{ $title }**に数えてあります。
checkin-already-yesterday = 昨日はもうチェックイン済みです。{ $current ->
    [0] 「{ $title }」の連続記録は今は{ $current }です。
   *[other] 「{ $title }」は{ $run }です。
}
checkin-all-done = 今日の分はすべて完了です。✨
checkin-which = どれができましたか？
checkin-not-in = 「{ $title }」にはまだ参加していません。
checkin-clock-back = こちらの時計が、あなたの参加より前の時刻に戻されています。あなたのせいではありません。{ $when } 以降にもう一度お試しください。
checkin-before-start = 「**{ $title }**」の初日は{ $day }です。
checkin-window-closed = その日はもう記入できません。このイベントでは、主催者も含めて修復はできません。
clock-in-private = 時計とリマインドは、個人チャットで設定できます。

## How far one is
progress-count = { $span ->
    [day] 今日は{ $asked }回中{ $done }回です。
    [then] { $asked }回中{ $done }回です。
    [week] 今週は{ $asked }回中{ $done }回です。
    [month] 今月は{ $asked }回中{ $done }回です。
   *[other] この期間は{ $asked }回中{ $done }回です。
}
progress-metric = { $span ->
    [day] 今日は{ $target } { $unit }中{ $reached } { $unit }です。
    [then] { $target } { $unit }中{ $reached } { $unit }です。
    [week] 今週は{ $target } { $unit }中{ $reached } { $unit }です。
    [month] 今月は{ $target } { $unit }中{ $reached } { $unit }です。
   *[other] この期間は{ $target } { $unit }中{ $reached } { $unit }です。
}
goal-count = { $span ->
    [day] 1日に{ $n }回
    [week] 1週間に{ $n }回
    [month] 1か月に{ $n }回
   *[other] 期間ごとに{ $n }回
}
goal-sum = { $span ->
    [day] 1日に{ $target } { $unit }以上
    [week] 1週間に{ $target } { $unit }以上
    [month] 1か月に{ $target } { $unit }以上
   *[other] 期間ごとに{ $target } { $unit }以上
}
goal-max = { $span ->
    [day] 1日に、一度で{ $target } { $unit }
    [week] 1週間に、一度で{ $target } { $unit }
    [month] 1か月に、一度で{ $target } { $unit }
   *[other] 期間ごとに、一度で{ $target } { $unit }
}
goal-most = { $span ->
    [day] 1日に{ $target } { $unit }まで
    [week] 1週間に{ $target } { $unit }まで
    [month] 1か月に{ $target } { $unit }まで
   *[other] 期間ごとに{ $target } { $unit }まで
}
progress-tasks = { $needed }個中{ $done }個のタスクができました。
goal-tasks-all = 全{ $all }個のタスク：{ $names }
goal-tasks-any = { $all }個のうち1個のタスク：{ $names }
goal-tasks-some = { $all }個のうち{ $n }個のタスク：{ $names }

## /undo
undo-about = 最後のチェックインを取り消します
undo-event = どのイベントか
undo-done = 取り消しました。{ $current ->
    [0] 「{ $title }」の連続記録は今は{ $current }です。
   *[other] 「{ $title }」は{ $run }です。
}

## /streak
streak-about = 自分の連続記録を見ます
streak-event = どのイベントか（省略すると参加中のすべて）
streak-line = { $current ->
    [0] **{ $title }**：今は0です
   *[other] **{ $title }**：{ $run }
}
streak-more = 最長{ $longest } · 合計{ $total } · 直近{ $lately }中{ $met }
streak-rates = 強さ{ $strength }% · 継続度{ $consistency }%
streak-over = **{ $title }**は終了しました。最長{ $longest } · 合計{ $total }
streak-part = { $span ->
    [week] 今週は{ $asked }日中{ $done }日です。
   *[other] 今月は{ $asked }日中{ $done }日です。
}
streak-today-done = { $span ->
    [week] 今週の分は完了です。
    [month] 今月の分は完了です。
    [time] 今回の分は完了です。
   *[day] 今日の分は完了です。
}
streak-freezes = { $freezes ->
    [0] フリーズは0個です。{ $span ->
        [week] 1週空くと
        [month] 1か月空くと
        [time] 1回空くと
       *[day] 1日空くと
    }、連続記録はそこでひと区切りです。
   *[other] ❄️ フリーズ{ $freezes }個：{ $span ->
        [week] その週数だけ空いても
        [month] その月数だけ空いても
        [time] その回数だけ空いても
       *[day] その日数だけ空いても
    }、連続記録は続きます。
}
streak-today-open = { $span ->
    [week] 今週の分はこれからです。
    [month] 今月の分はこれからです。
    [time] 今回の分はこれからです。
   *[day] 今日の分はこれからです。
}
streak-today-rest = 今日は予定のない日です。

streak-user = ほかの人
streak-other = **{ $name }**さんの「{ $title }」：{ $run }、最長{ $longest }、合計{ $total }。
streak-other-none = { $name }さんが参加しているイベントで、あなたに見えるものはありません。

## /matrix
matrix-about = 1年の日々をカレンダーで見ます
matrix-event = どのイベントか
matrix-user = ほかの人
matrix-year = 年（省略すると直近12か月）
matrix-summary = **{ $name }**さんの「{ $title }」：{ $span ->
    [week] { $asked }週中{ $met }週
    [month] { $asked }か月中{ $met }か月
    [time] { $asked }回中{ $met }回
   *[day] { $asked }日中{ $met }日
}{ $bonus ->
    [0] {""}
   *[other] 、ボーナス{ $bonus }日
}。最長{ $longest }、現在{ $current }。
matrix-lately = 直近{ $span ->
    [week] 7週間
    [month] 7か月
   *[day] 7日間
}：{ $marks }
matrix-bad-year = 2000年から今年までを表示できます。

## /year
year-about = 一年をふり返ります
year-year = 年（1月に省略すると前の年）
year-heading = **{ $name }さんの{ $year }年**
year-empty = チェックインはありませんでした。
year-line = **{ $title }**：{ $days }日、最長{ $run }{ $bonus ->
    [0] {""}
   *[other] 、ボーナス{ $bonus }日
}
year-sum = 全部で{ $days }日。
year-month = いちばんの月：{ $month }、{ $days }日。

## /badges
badges-about = これまでに届いた節目を見ます
badges-user = ほかの人
badges-heading = **{ $name }さんのバッジ**
badges-line = **{ $title }**：{ $won }
badges-next = { $bar } { $current } / { $next }
badges-none = バッジはこれからです。最初の1個は3連続で届きます。
badges-private = { $name }さんはバッジを公開していません。
badges-cheers = { $n ->
    [0] 👏 応援はこれからです。
   *[other] 👏 これまでに{ $n }回の応援がありました。
}

## /leaderboard
leaderboard-about = ランキングを見ます
leaderboard-event = どのイベントか
leaderboard-by = 何の順に並べるか
leaderboard-scope = どのイベント：1つ、このコミュニティ全体、または公開イベント全体
leaderboard-here = 🏆 **このコミュニティの上位**
leaderboard-everywhere = 🏆 **すべての公開イベントの上位**
leaderboard-at = · { $title }
leaderboard-order = · { $by }
leaderboard-period = 今週・今月、先週・先月、または全期間
measure-consistency = 継続度
measure-points = 数量
leaderboard-in-week = · 今週
leaderboard-in-month = · 今月
leaderboard-week-of = · { $day }からの週
leaderboard-month-of = · { $month }
leaderboard-top = 上位{ $percent }%に入っています。
leaderboard-up = ▲ 前回から{ $n }
leaderboard-down = ▼ 前回から{ $n }
leaderboard-group = 👥 グループ：{ $run }、最長{ $longest }
leaderboard-group-large = 👥 千人を超えるグループの連続記録は数えません
leaderboard-heading = 🏆 **{ $title }** · { $measure }
measure-current = { $span ->
    [week] 現在の連続週数
    [month] 現在の連続月数
   *[day] 現在の連続記録
}
measure-longest = { $span ->
    [week] 最長の連続週数
    [month] 最長の連続月数
   *[day] 最長の連続記録
}
measure-total = { $span ->
    [week] 合計週数
    [month] 合計月数
    [time] 合計回数
   *[day] 合計日数
}
leaderboard-line = { $rank } { $medal } { $name } — **{ $value }**
leaderboard-line-own = { $rank } { $medal } { $name } — **{ $value }** · あなた
leaderboard-gap = …
leaderboard-empty = まだ誰もいません。1位が空いています。
leaderboard-empty-then = この期間には誰もいませんでした。
leaderboard-page = { $address }

## /events
events-about = イベントを見ます
events-show = すべて、自分のもの、参加できるもの、終了したもの、用意されたもの
events-search = タイトルに含まれる言葉
events-category = 何についてのイベントか
events-likes = ⭐
events-templates = 1つタップすると、ここで始まります。
events-mine = **参加中：**
events-open = **参加できます：**
events-over = **終了したもの：**
events-none-over = 終了したものはまだありません。
events-line = • { $title } · { $members ->
    [0] まだ誰もいません
   *[other] { $members }人
}
events-narrow = ここに入りきらないイベントがあります。言葉を足すかカテゴリーを選ぶと絞り込めます。例：/events category:read

## /join and /leave
join-about = イベントに参加します
join-event = どのイベントか
join-code = 招待制イベントのコード
join-done = **{ $title }**に参加しました。
join-public = 名前と日々の記録と数字と自己紹介は、誰でも開けるウェブページに載ります。/privacy で非表示にできます。
join-already = **{ $title }**にはもう参加しています。
join-code-unknown = このコードは使えません。新しいコードをもらってください。
join-overheard = ここはほかの人も読めるため、このコードはもう使えません。コードは個別チャットで送ってください。
join-overheard-asked = 参加させてもらえるよう主催者にお願いしました。
join-banned = 「{ $title }」には参加できません。主催者にお問い合わせください。
join-asked = **{ $title }**の主催者に参加希望を伝えました。
join-asked-public = 参加すると、名前と日々の記録と数字と自己紹介は、誰でも開けるウェブページに載ります。
join-nobody = **{ $title }**にはもう主催者がいないため、参加を承認できる方がいません。
join-full = 「{ $title }」の参加者数は、ここでの上限に達しています。
join-too-many = 参加できるイベントの上限（{ $n }件）に達しています。先にどれかを退出してください。
leave-about = イベントから退出します
leave-event = どのイベントか
leave-sure = 「{ $title }」から退出しますか？これまでの記録は残り、いつでも戻れます。
leave-done = 「{ $title }」から退出しました。

## Cards
card-title = **{ $title }**
card-goal = { $goal }
card-days-every = { $n }日に1回
card-days-weekly = 週に{ $n }日
card-days-monthly = 月に{ $n }日
card-week-start = { $rhythm }、週は{ $day }始まり
card-weeks = 週は{ $day }始まりです。
card-days-daily = 毎日
card-days-weekdays = 月曜日から金曜日
card-days-weekend = 土曜日と日曜日
card-days-some = 毎週{ $names }
card-clock-fixed = 日付は{ $zone }の時計で切り替わります。
card-public = 公開：名前と日々の記録と数字は、誰でも開けるウェブページに載ります。
card-members = { $members ->
    [0] まだ誰も参加していません。
   *[other] { $members }人が参加中です。
}
card-group-every = グループの連続記録もあります：メンバー全員のチェックインで続きます。
card-group-anyone = グループの連続記録もあります：1日に1人のチェックインで続きます。
card-group-percent = グループの連続記録もあります：メンバーの{ $percent }%のチェックインで続きます。
card-contest = コンテスト：フリーズ、修復、後からの記入はありません。
card-approval = 参加には主催者の承認が必要です。
card-proof = チェックインには写真かファイルを添えます。
card-proof-approved = チェックインには写真かファイルを添え、主催者が確認します。
card-from = { $day }から。
card-until = { $day }まで。
card-clock-personal = 日付はそれぞれの時計で切り替わります。

## /event create and /event announce
create-about = 新しいイベントを作ります
create-title = イベントの名前
create-goal = すること。言葉でも数でも書けます：20ページ/日、20 km/週
create-text = カードに載る短い説明
create-goal-short = 目標（20ページ/日など）
create-days-short = 頻度（月曜、水曜や週3回など）
create-tasks-short = タスク（「、」で区切る）
create-percent-short = グループの割合（%、例：80）
create-unit-short = 単位（例：km、ページ、分）
create-need-short = 必要な数：すべて、どれか、または数字
create-unit = 目標が数のときの単位：km、ページ、分
create-count = 数量の数え方
create-tasks = 複数のタスク（「、」で区切る）：ストレッチ、水 2 l、読書
create-need = 必要なタスクの数：すべて、どれか、または数字
create-starts = 最初の日：日付
create-ends = 最後の日：日付、または4週間など
create-mode = 習慣、またはコンテスト
create-group = グループの連続記録を付けるかどうか
create-percent = グループの何%のチェックインが必要か（例：80）
create-category = 何についてのイベントか
create-emoji = イベントの絵文字
create-proof = チェックインに写真やファイルを求めるかどうか
create-approval = 参加をあなたが承認するかどうか
create-days = 毎日、平日、月曜 水曜 金曜、週3回、2日ごと、毎月
create-visibility = 公開（名前がウェブページに載ります）、このコミュニティのみ、または招待制
create-clock = 全員共通の時計、またはそれぞれの時計
create-zone = イベントの日付に使うタイムゾーン
create-no-title = イベントの名前は何にしますか？例：20ページ読む
draft-heading = 下書きです。公開するまで、見えるのはあなただけです。
draft-seen = 公開範囲：{ $value }
draft-clock = ここではまだ、どの時計に合わせるかが決まっていません。今は、一日が{ $zone }の午前0時に終わります。違うときは、公開の前に「タイムゾーン」をタップしてください。
draft-public = 名前と日々の記録と数字は、誰でも開けるウェブページに載ります。公開すると、これに同意したことになります。
draft-everybody = ほかの場所でも誰でも見つけられるようになり、名前と日々の記録と数字も見えます。公開すると、これに同意したことになります。
draft-in-private = 下書きはあなただけに見せます。続きは個人チャットを開いてどうぞ。
draft-discarded = 破棄しました。誰にも見られていません。
draft-published = 「**{ $title }**」を公開しました。カードは作り始めた場所に投稿されます。
draft-published-already = 「**{ $title }**」はもう公開されています。変更は /event edit でできます。
create-bad-tasks = タスクを読み取れませんでした。異なるタスクを20個まで「、」で区切り、必要数はその数までにしてください。
create-long-task = タスクは100文字までです。短く書いて、残りはイベントの説明に入れてください。
create-bad-amount = 「{ $words }」という数量を読み取れませんでした。20のような数字でお試しください。
create-bad-percent = 割合は1から100までの数です（例：80）。
date-which = 「{ $words }」はどの日のことですか？
date-which-again = 「{ $words }」は{ $days }のどれにも読めます。どれかを書いてください。
timezone-limit = タイムゾーンはこの一か月ですでに4回変わりました。次に変更できるのは { $when } です。
repair-too-soon = 少し前に修復したばかりです。次にできるのは { $when } です。
sure-about = 確認せずに実行します
button-sure = はい、実行する
button-make-public = はい、公開する
button-make-community = はい、全員に見せる
button-tell-here = はい、ここでお知らせする
sure-again = よければ、最後に sure:yes を付けてもう一度書いてください。
amnesty-sure = **{ $title }** の全員について { $first } から { $last } までを免除しますか？その間に休んでも連続は途切れず、取り消せません。
remove-sure = { $name }さんを **{ $title }** から外しますか？これまでの記録は残ります。
ban-sure = { $name }さんを **{ $title }** から外し、再参加できないようにしますか？
remind-add-or-replace = **{ $title }** はすでに { $times } に通知しています。どうしますか？
button-times-both = 追加：{ $times }
button-times-only = { $times } だけ
left-over = 分からないのは「{ $left }」です。それがなければ「{ $rest }」と読みます。
zone-which = 「{ $words }」はどれのことですか？
zone-which-again = 「{ $words }」は複数のタイムゾーンを指すことがあります：{ $zones }。どれか一つを書いてください。
create-bad-date = 「{ $words }」という日付を読み取れませんでした。12月31日や4週間のようにお試しください。
create-ends-before = 最後の日は、最初の日以降にしてください。
create-unsound = これらのルールは一緒に使えません。数を減らしてお試しください。
create-too-many = 主催できるイベントの上限（{ $n }件）に達しています。先にどれかを終了してください。
create-enough = 1日に作れるイベントはここまでです。次のイベントは{ $when }から作れます。
create-no-community = ここにはコミュニティがありません。公開か招待制を選べます。
create-bad-days = 「{ $days }」という頻度が分かりませんでした。毎日、平日、月曜、水曜、金曜、週3回、2日ごとのようにお試しください。
create-code = このコードを持つ方だけが参加できます：`{ $code }`
    1週間使えます：/join code:{ $code }
create-made-in-private = 作成しました。私との個人チャットを開いてください。参加用のコードはそこにあります。
edit-about = 自分のイベントを変更します
edit-event = どのイベントか
edit-milestones = 節目にする連続数：5, 10, 25
edit-ask-title = 名前は何にしますか？
edit-ask-days = どのくらいの頻度にしますか？例：毎日、月曜 水曜 金曜、週3回
edit-ask-goal = 何をしますか？言葉でも数でも書けます：20ページ/日。
edit-ask-tasks = どんなタスクですか？「、」で区切ってください：ストレッチ、水 2 l、読書。
edit-ask-text = ひとこと説明をどうぞ。
edit-ask-ends = 最後の日はいつですか？日付、または4週間などをどうぞ。
edit-ask-visibility = 誰に見せますか？公開イベントでは、参加者の名前と日々の記録と数字が誰でも開けるウェブページに載ります。
edit-ask-visibility-everybody = 誰に見せますか？公開イベントは、ほかの場所でも誰でも見つけられ、参加者の名前と日々の記録と数字も見えます。
edit-ask-milestones = どの連続数を節目にしますか？例：5, 10, 25
edit-take-away = 「{ $off }」と書くと外せます。
edit-done = 変更しました。
edit-public = 名前と日々の記録と数字が、誰でも開けるウェブページに載りました。公開すると、これに同意したことになります。
edit-public-sure = **{ $title }**を公開しますか？名前と日々の記録と数字が、誰でも開けるウェブページに載ります。「はい」を選ぶと、これに同意したことになります。
edit-everybody = ほかの場所でも誰でも見つけられるようになり、名前と日々の記録と数字も見えます。公開すると、これに同意したことになります。
edit-everybody-sure = **{ $title }**を公開しますか？ほかの場所でも誰でも見つけられるようになり、名前と日々の記録と数字も見えます。「はい」を選ぶと、これに同意したことになります。
edit-community = **{ $place }**の全員が、名前と日々の記録と数字を含めて見られるようになりました。
edit-community-sure = **{ $title }**を**{ $place }**の全員に見せますか？名前と日々の記録と数字も見えるようになります。
edit-others = ほかに{ $n }人が参加中か参加していました。それぞれにお知らせします。
edit-many = **{ $title }**には参加中か参加していた人が多く、全員にはお知らせできないため、そのままにします。
edit-untold = **{ $title }**に参加中か参加していた{ $n }人には個別チャットでお知らせできないため、そのままにします。そこで話しかけてもらえれば、お知らせできます。
edit-until = **{ $title }**がより多くの人に見えるようになったことを、この1日のうちにほかの人へお知らせしたため、そのままにします。{ $when }から、また見せる範囲を広げられます。
edit-owned = **{ $title }**を見られる人を増やせるのは、作成した人だけです。その人に頼んでください。
edit-next-round = 次のラウンドは、より多くの人に見せられます。終わりの日が決まったら /event again で始め、誰かが参加する前に公開範囲を変えてください。
edit-rules-stand = もうチェックインがあるので、ルールはそのままです。タイトル、説明、終了日の延長、節目は変更できます。
edit-bad-milestones = 連続数を20個まで、5, 10, 25のように書いてください。
end-about = 自分のイベントを終了します
end-event = どのイベントか
end-sure = 「{ $title }」を終了しますか？今日の分は数えられ、みんなの記録は残ります。
end-done = 「{ $title }」の最終日は{ $last }です。結果は{ $day }に投稿され、みんなの記録は残ります。
again-about = イベントの次のラウンドを始めます
again-event = どのイベントか
again-done = 「**{ $title }**」の次のラウンドは{ $day }に始まります。
again-not-yet = 「{ $title }」の次のラウンドはまだ始まっていません。主催者が始められます。
again-no-end = 「{ $title }」にはまだ終わりがありません。/event end で終了し、終わってからもう一度始めてください。
again-too-many = 「{ $title }」の主催者は、主催できるイベントの上限（{ $n }件）に達しています。先にどれかが終了する必要があります。
again-enough = 「{ $title }」の主催者が1日に作れるイベントはここまでです。次のラウンドは{ $when }から始められます。
invite-about = 参加用のコードを作ります
invite-event = どのイベントか
invite-days = コードが使える日数（省略すると7）
invite-uses = コードで参加できる人数（省略すると100）
invite-here = ここにいる全員に招待を見せるかどうか
invite-made = **{ $title }**のコードです。{ $days }日間、{ $uses }人まで使えます。
    /join code:{ $code }
invite-link = { $address }
invite-post-how = グループやチャンネルに招待を投稿するには、そこで送ってください：/event invite { $title } here:yes
invite-posted = { $name }さんから**{ $title }**への招待です。
invite-codes = **{ $title }**のまだ使えるコード：
invite-codes-line = { $n }. { $made }に作成、{ $until }まで、あと{ $uses }人使えます。
invite-codes-more = ほかにもあります。ここにあるのは古いものからです。
invite-codes-none = **{ $title }**の使えるコードは今ありません。
invite-revoked = { $n ->
    [0] コードはありませんでした。
   *[other] { $n }件のコードを無効にしました。
}
invite-too-many = { $title }の使えるコードは上限に達しています。先にいくつか無効にしてください。
invite-bad = コードの期間は1〜90日、人数は1〜1000人にできます。
review-about = 参加待ちの方を確認して迎えます
review-event = どのイベントか
review-waiting = { $n }人が参加を希望しています。
review-proofs = { $n }件のチェックインが確認を待っています。
review-nobody = 参加待ちの方はいません。
review-in = { $name }さんが参加しました。
review-out = { $name }さんの参加を見送りました。
review-approved = 承認しました。ご確認ありがとうございます。
review-rejected = チェックインを取り消し、ご本人にお知らせします。
review-gone = もう対応済みです。
review-too-many = { $name }さんは参加できるイベントの上限に達しているため、先にどれかを退出する必要があります。
announce-about = イベントのボード、節目、まとめ、結果をここにも投稿します
announce-event = どのイベントか
announce-here = このチャンネルに知らせるかどうか
announce-done = 「{ $title }」のボード、節目、まとめ、結果のうち、/admin setup で有効なものをここにも投稿します。
announce-elsewhere = 「{ $title }」は、作られたコミュニティのためのもので、ほかの場所ではお知らせしません。ここでお知らせするには、公開にしてください：/event edit visibility:public
announce-sure = 「{ $title }」をここでお知らせしますか？毎日のボード、節目、まとめ、結果に名前が出るので、誰が参加しているかがここの全員に見えます。
announce-stopped = 「{ $title }」のお知らせはもうここに投稿しません。ボード、まとめ、節目、結果、リマインドのどれも出ません。ここにあるカードは取り下げます。
announce-silenced = 「{ $title }」はここではミュートされています。解除できるのは、ここを管理している方だけです：/admin silence
announce-private = チャンネルかグループで使えます。
announce-guest = 私はこのサーバーに参加していないため、ここに自分から投稿することはできません。サーバーの管理者が私を追加できます。
announce-not-yours = 招待制イベントをチャンネルでお知らせできるのは、作った方だけです。その方に頼んでください。

## /event winners
winners-about = 自分のイベントの上位を見ます
winners-event = どのイベントか
winners-heading = **{ $title }**が終わりました。上位の方々：
winners-so-far = **{ $title }**、ここまでの上位：
winners-none = **{ $title }**のランキングにはまだ誰もいません。
winners-line = { $rank } · { $name } — { $value }（{ $account }）
winners-more = { $n ->
   *[other] 同じ順位の方がほかに{ $n }人います。全員はファイルにあります。
}

## /timezone
timezone-about = 自分のタイムゾーンを設定します
timezone-zone = 都市、Europe/Berlinのようなタイムゾーン、または今の時刻
timezone-question = そちらは今{ $time }ですか？
timezone-now = そちらは{ $time }です（{ $zone }）。
timezone-which-hour = お手元の時計は何時ですか？/timezone に続けて都市名を入力することもできます。
timezone-hour = こちらは{ $time }です
timezone-location = 入力欄の下のボタンを押してください。場所からタイムゾーンを調べ、場所そのものはすぐに忘れます。
timezone-which-city = いちばん近いのはどれですか？
timezone-set = 設定しました。一日は{ $zone }の時刻の午前0時に終わります。
timezone-set-early = 設定しました。一日は{ $zone }の時刻の{ $time }に終わります。
timezone-set-fixed = { $zone }に設定しました。**{ $title }**は{ $clock }の時計に従います。その一日は、そちらの{ $time }に終わります。
timezone-open = 今日の分も数えられます。
timezone-unknown = 「{ $words }」が分かりませんでした。都市、Europe/Berlinのようなタイムゾーン、または今の時刻でお試しください。

## /remind
remind-about = まだの分をリマインドします
month-of-year = { $year }年{ $month }
remind-at = 20:00や8:00, 20:00のような時刻、またはオフ
remind-days = 特定の曜日だけ（月曜、水曜など）
remind-via = メッセージの送り先
remind-last = 連続記録が止まる前にもう一度知らせるかどうか
remind-only-on = { $names }だけです。
remind-snoozed = まだのときは、1時間後にまた来ます。
remind-snooze-late = その前に今日が終わります。また明日どうぞ。
remind-snooze-quiet = それは静かな時間に入ります。
remind-not-today = 今日はもう{ $title }のリマインドを送りません。
remind-none-today = 今日のリマインダーはもう送りません。
remind-event = どのイベントか
remind-set = { $time }に、まだのときは「{ $title }」をお知らせします。
remind-next = 次回：{ $when }
remind-then = · { $when }
remind-last-call = 連続記録が止まりそうなときは、2時間前にもう一度お知らせします。
remind-in-quiet = { $from }から{ $to }まではご希望どおり静かにしています。その間に届くのは直前のお知らせだけです。
remind-none = 「{ $title }」のリマインドはまだありません。いつお知らせしましょうか？
remind-off = 「{ $title }」のリマインドを止めました。
remind-no-way = こちらから先にはメッセージを送れません。個人チャットを開いてから、もう一度お試しください。
remind-not-linked = そちらのアカウントはまだ分かりません。/link で二つを一つにできます。
remind-not-here = これは限られた方だけのイベントです。お知らせは個人チャットにだけ送ります：/remind via:dm
remind-not-told = 「{ $title }」のお知らせはここに投稿されないので、ここではリマインドできません。イベントかここを運営している方が /event announce で変更できます。/remind via:dm ならあなただけに届きます。
way-closed = { $platform }の個人チャットにメッセージを送れませんでした。そちらで一言送るか、別の方法を選んでください：/remind via:channel
remind-which-time = 「{ $words }」は午前ですか、午後ですか？
remind-bad-time = 「{ $words }」という時刻を読み取れませんでした。20:00、8pm、またはオフでお試しください。

## /cheer and /nudge
cheer-about = だれかを1日1回応援します
cheer-user = 応援したい人
cheer-words = 自分の言葉でひとこと
cheer-whom = だれを応援しますか？名前を書くか、その方のメッセージに返信してください。
cheer-self = 応援は、ほかの方に送ってください。
cheer-done = 👏 **{ $from }**さんが**{ $to }**さんを応援しています。
cheer-quote = 「{ $words }」
cheer-sent = { $to }さんに応援を届けました。
cheer-kept = 応援は記録しましたが、{ $to }さんにはメッセージを送れません。
cheer-again = { $to }さんには今日もう応援を送りました。また明日どうぞ。
cheer-off = { $name }さんは、応援を受け取らない設定です。
cheer-not-here = { $name }さんについてはここに投稿されません。私との個人チャットで応援すれば、お届けします。
nudge-about = 友だちに1日1回ひと声かけます
nudge-user = ひと声かけたい人
nudge-event = どのイベントか
nudge-whom = だれにひと声かけますか？名前を書くか、その方のメッセージに返信してください。
nudge-self = ひと声かけるのは、ほかの方にどうぞ。
nudge-sent = { $name }さんにひと声かけました。
nudge-again = { $name }さんには今日もうひと声かけました。1日1回がちょうどよいですね。
nudge-off = { $name }さんは、ひと声を受け取らない設定です。
nudge-nothing = { $name }さんと一緒のイベントで、今日これからのものはありません。
nudge-no-way = { $name }さんにはメッセージを送れません。先に本人からメッセージをもらう必要があります。

## /pause, /resume, /freeze and /repair
pause-about = 何日かお休みします（連続記録はそのまま待ちます）
pause-event = どのイベントか
pause-from = お休みの最初の日（省略すると明日）
pause-until = お休みの最後の日：日付、または2週間など
pause-days = { $n }日間
pause-how-long = 「{ $title }」をどのくらいお休みしますか？明日から始まります。
pause-done = 「{ $title }」は{ $first }から{ $last }までお休みです。連続記録はそのまま待っています。
pause-not-here = このイベントにお休みはありません。
resume-about = 予定より早くお休みから戻ります
resume-event = どのイベントか
resume-done = おかえりなさい。「{ $title }」は明日からまた数えられます。
freeze-about = 空いた日を補うフリーズを見ます
freeze-event = どのイベントか
freeze-state = ❄️ **{ $title }**：{ $freezes ->
    [0] フリーズ0個
   *[other] フリーズ{ $freezes }個
}（最大{ $cap }個）。1個につき空いた{ $span ->
    [week] 1週
    [month] 1か月
    [time] 1回
   *[day] 1日
}を自動で補います。
freeze-next = { $span ->
    [week] あと{ $left }週
    [month] あと{ $left }か月
    [time] あと{ $left }回
   *[day] あと{ $left }日
}で次の1個が届きます。
freeze-spent = { $span ->
    [week] これまでに空いた{ $n }週
    [month] これまでに空いた{ $n }か月
    [time] これまでに空いた{ $n }回
   *[day] これまでに空いた{ $n }日
}を補いました。
freeze-not-here = このイベントにフリーズはありません。
repair-about = 空いた日を修復します
repair-event = どのイベントか
repair-day = どの日か（省略すると最後に空いた日）
repair-which = { $span ->
    [week] 連続記録は{ $day }までの週で止まっています。その週を修復しますか？
    [month] 連続記録は{ $day }までの月で止まっています。その月を修復しますか？
   *[day] 連続記録は{ $day }で止まっています。その日を修復しますか？
}連続記録がつながり、数は増えません。
repair-done = ◇ 修復しました。**{ $title }**：{ $run }。
repair-nothing = 修復する日はありません。

## /profile
profile-about = 自分のプロフィールを見て変更します
profile-name = 呼ばれたい名前（オフ でアカウントの名前に戻ります）
profile-says = ひとこと自己紹介（オフ で消えます）
profile-name-short = 名前
profile-says-short = 自己紹介
profile-user = ほかの人
profile-ask = ここでのあなたのことを教えてください。
profile-heading = **{ $name }**
profile-quote = 「{ $about }」
profile-likes = 好きなこと：{ $names }
profile-sum = { $n ->
    [0] イベントはまだありません
   *[other] イベント{ $n }件
} · 最長{ $longest } · 合計{ $total }

## /settings
settings-about = 言語、時計、静かな時間などを設定します
settings-language = あなたとの会話に使う言語
settings-day-start = 一日が始まる時刻（0〜6時）
settings-quiet = リマインドを送らない時間（22-7など）、またはオフ
settings-nudges = 友だちからのひと声を受け取るかどうか
settings-cheers = 友だちからの応援を受け取るかどうか
settings-milestones = 節目をほかの人に知らせるかどうか
settings-block = 応援やひと声を受け取らない相手
settings-interest = 好きなこと（もう一度選ぶと外れます）
settings-heading = **{ $name }さんの設定**
settings-line-language = 言語：{ $value }
settings-line-zone = タイムゾーン：{ $value }
settings-line-day = 一日の始まり：{ $value }
settings-line-quiet = 静かな時間：{ $value }
settings-line-nudges = 友だちからのひと声：{ $value }
settings-line-cheers = 友だちからの応援：{ $value }
settings-line-milestones = 節目のお知らせ：{ $value }
settings-line-shown = ランキングへの表示：{ $value }
settings-line-account = { $platform }：{ $name }（{ $day }から）
settings-none = なし
settings-which-language = どの言語にしますか？
settings-which-interests = 何が好きですか？いくつでもタップしてください。
settings-which-day-start = あなたの一日は何時に始まりますか？
settings-which-quiet = いつ静かにしていましょうか？
settings-language-set = これからは日本語でお話しします。
settings-day-start-set = 一日の始まりを{ $time }にしました。それぞれの時計に従うイベントでは、それより前の分を前の日として数えます。
settings-bad-day-start = 一日の始まりは00:00から06:00の間にできます。
settings-quiet-set = { $from }から{ $to }までは静かにしています。
settings-quiet-off = 静かな時間をなしにしました。
settings-bad-quiet = この時間を読み取れませんでした。22-7、またはオフでお試しください。
settings-nudges-on = 友だちからのひと声を受け取ります。
settings-nudges-off = ひと声を受け取らないようにしました。
settings-cheers-on = 友だちからの応援を受け取ります。
settings-cheers-off = 応援を受け取らないようにしました。
settings-block-self = 自分をブロックすることはできません。
settings-blocked = { $name }さんをブロックしました。応援やひと声は届かなくなり、相手には知らされません。/settings でブロックした相手の確認と解除ができます。
settings-blocks-full = すでに100人をブロックしています。先にだれかを解除してください。{ $name }さんはブロックされていません。
settings-blocks = { $n ->
    [0] だれもブロックしていません。/settings block: に名前を続けるとブロックできます。
   *[other] { $n }人をブロックしています。タップすると解除されます。
}
settings-milestones-on = 節目をほかの方にもお知らせします。
settings-milestones-off = 節目はほかの方には知らせません。バッジとロールはこれまでどおり届きます。
language-name = 日本語

## /link, /unlink and /privacy
login-about = ウェブにサインイン
login-made =
    10分以内にこのリンクを開くと、ウェブにサインインできます：
    { $address }
    このリンクはあなた専用です。開いた人はあなたとしてサインインします。
link-about = DiscordとTelegramで同じ1人になります
link-code = もう一方のアプリで受け取ったコード
link-made = 10分以内に、もう一方のアプリの個別チャットで「/link { $code }」と入力してください。そのあとここでもう一度確認し、「はい」と答えると二つのアカウントは一人になります。
link-unknown = このコードは使えません。コードの有効時間は10分です。/link で新しいコードを作れます。
link-preview = 同意すると、このアカウントは**{ $name }**さんと1つになり、保存されている内容をすべて共有します。
link-moved = 一緒に移るもの：{ $titles }
link-shared = 両方にあるもの：{ $titles }。チェックインは1つにまとまり、両方でした日は1回として数えます。
link-contests = 両方が参加していたコンテスト：{ $titles }。結果は合算されません。まだ参加している側、なければコードを作った側の記録が有効です。
link-unseen = ここでは見えないイベントが{ $n }件含まれます。
link-keeps = 時計は { $zone } になります。選んだ言語や設定は、選んでいないものより優先されます。両方で選んでいればコードを作った側に合わせ、プライバシーは厳しいほうになります。
link-done = 完了です。これからはどちらでも **{ $name }** です。間違いなら、アカウントを分けてください。
link-overheard = ここはほかの人も読めるため、このコードはもう使えません。元の側で /link を使って新しいコードを作り、個別チャットで送ってください。
link-asked = あと少しです。コードを作った { $platform } で「はい」と答えてください。そちらに質問を送りました。/link でも質問を表示できます。1時間お待ちします。
link-question = { $platform } の **{ $name }** さんが、あなた本人だと言っています。「はい」と答えると二つのアカウントは一人になり、保存されている内容をすべて共有します。ご本人ですか?
link-refused = 確認してよかったです。何もつながれていません。
link-over = その返事を待っている人は(もう)いません。/link でやり直せます。
link-same-platform = 何もつながれていません。どちらにも { $platform } のアカウントがあり、一人が持てるのは各アプリに一つだけです。もう一方のアプリのアカウントを連携するか、先に /unlink で不要なほうを分けてください。
link-erasure = 何もつながれていません。どちらかがデータの削除を予定しています。先に /privacy で取りやめるか、削除が終わるまでお待ちください。
link-in-contests = 何もつながれていません。どちらも { $titles } に参加中で、コンテストでは二つの結果を一つにできません。先に一方で /leave を使って抜けてから、もう一度連携してください。
unlink-about = このアカウントの連携を解除します
unlink-done = このアカウントは独立しました。これまでの記録は{ $name }さんに残ります。
unlink-done-back = このアカウントは、持ち込んだものとその後の記録とともに独立しました。残りは { $name } に残ります。
unlink-done-other = { $platform } の { $account } は独立しました。これまでの記録は { $name } に残ります。
unlink-done-other-back = { $platform } の { $account } は、持ち込んだものとその後の記録とともに独立しました。残りは { $name } に残ります。
unlink-which = どのアカウントを独立させますか? そのアカウントは新しく始まり、これまでの記録は { $name } に残ります。
unlink-which-back = どのアカウントを独立させますか? 連携のときに持ち込んだものと、その後そちらでしたことが戻ります。残りは { $name } に残ります。両方が参加していたイベントでは、それぞれが自分のチェックインを引き継ぎます。
unlink-sure = { $platform } の **{ $account }** を分けますか？ このアカウントは新しく始まり、これまでの記録は { $name } に残ります。
unlink-sure-back = { $platform } の **{ $account }** を分けますか？ 連携のときに持ち込んだものと、その後そちらでしたことが戻ります。残りは { $name } に残ります。両方が参加していたイベントでは、それぞれが自分のチェックインを引き継ぎます。
unlink-ends = その後、どちらのアカウントもウェブからサインアウトします。セッション、パスキー、カレンダーのリンク、プログラムのトークン、ブラウザの通知は終わります。連携後に確認したメールアドレスと公開したアプリも、どちら側のものか分からないため忘れます。
unlink-both = ほかの人による参加禁止、ミュート、ブロックは両方に残り、非表示などの厳しいほうの選択も両方で続きます。連携後の休止、フリーズ、時計の変更は両方に残ります。連携のときに使われなくなったメールアドレスは、もう一度登録してください。
unlink-only = これは唯一のアカウントです。すべて消去するには /privacy を使えます。
privacy-about = 保存内容と見える相手を確認し、消去もできます
privacy-action = したいこと
privacy-text = **プライバシー。** 保存するのは、アカウントの名前とID、時計と設定、参加中のイベント、チェックインとその量やメモ、チェックインを示す写真やファイル（主催者が確認するまで）、応援、ブロックした相手、そして登録した場合はメールアドレスです。連続記録を数え、お知らせするためだけに使います。同じイベントの人と、イベントが属するコミュニティの人には名前、数字、毎日の記録、自己紹介が見え、公開イベントでは誰でも開けるウェブページに載ります。メモはあなただけに見えます。名前を隠すことも、すべてを書き出すことも、すべてを削除することもできます。
privacy-page = プライバシーポリシー全文：{ $address } · 利用規約：{ $terms }
privacy-hidden = ランキングに表示されなくなりました。連続記録は続きます。
privacy-shown = 参加中のイベントのランキングに表示されます。
privacy-shown-pages = あなたの名前と日々の記録と数字は、次のイベントのページに載っています：{ $titles }
privacy-shown-everybody = あなたの名前と日々の記録と数字は、次のイベントで誰でも見られます：{ $titles }
privacy-shown-community = あなたの名前と日々の記録と数字は、次のイベントでそれぞれの場所の全員が見られます：{ $titles }
privacy-shown-left = 参加していた期間の結果に、あなたの名前が出ることがあります：{ $titles }
privacy-shown-more = { $titles }、ほか{ $n }件
privacy-export = あなたについて保存しているすべてのデータです（主催者の確認を待つファイルと、送信途中のメッセージを除きます）：
privacy-table = あなたのチェックインの表です：
privacy-sure = あなたについてのすべてを消去しますか？1週間後に、連続記録、バッジ、設定が完全に消去されます。私がチャットで発言したことはそこに残ります。チャットの管理者が削除できます。
privacy-planned = { $day }に、あなたについてのすべてを消去します。それまでは取りやめられます。
privacy-kept = 分かりました。すべてそのまま残します。
privacy-unplanned = 消去の予定はありません。すでに消去されたものは元に戻せません。

## /admin
admin-user = 対象の人
admin-event = どのイベントか
admin-reason = 理由（記録に残ります）
admin-whom = どなたのことですか？名前を書くか、その方のメッセージに返信してください。
setup-about = このコミュニティの設定を確認、変更します
setup-zone = このコミュニティのタイムゾーン
setup-language = ここに投稿するときの言語
setup-budget = 自動で知らせる量
setup-board = 毎日のボードを出すかどうか
setup-recap = 毎週のまとめを出すかどうか
setup-pin = 長い連続記録や結果をピン留めするか（Telegram）
setup-heading = **このコミュニティ**
setup-line-budget = 自動のお知らせ：{ $value }
setup-budget-quiet = 静か：まとめ、結果、大きなマイルストーン
setup-budget-usual = ふつう：まとめ、開始、結果、ここではめずらしいマイルストーンをまとめて
setup-budget-lively = にぎやか：すべてのマイルストーンをすぐに
setup-line-board = 毎日のボード：{ $value }
setup-line-recap = 毎週のまとめ：{ $value }
setup-line-pin = 長い連続記録や結果のピン留め：{ $value }
setup-told = ここに投稿されるイベントは{ $n }件：{ $titles }
setup-full = 今日はここへの投稿が多いため、{ $when }まで、ボード・マイルストーン・リマインドの投稿を控えます。
setup-pin-telegram-only = ピン留めできるのはTelegramだけです。ここでは節目にロールを付けられます：/admin role
setup-right = ✓ { $name }
setup-right-missing = ✗ 「{ $name }」の権限がありません。
setup-closed = ✗ { $place }には書き込めません。閲覧とメッセージの送信を許可してから、そこでコマンドを使ってください。
setup-fix-discord = ここでロールを管理できる方が許可できます：サーバー設定 → ロール → 私のロール。このチャンネルだけなら、チャンネルの編集 → 権限。
setup-fix-telegram = ここで管理者を追加できる方が許可できます：グループ情報 → 編集 → 管理者 → 私の名前。
permission-view = チャンネルを見る
permission-send = メッセージを送信
permission-threads = スレッドでメッセージを送信
permission-attach = ファイルを添付
permission-history = メッセージ履歴を読む
permission-roles = ロールの管理
permission-pin = メッセージのピン留め
admin-repair-about = メンバーの空いた日を修復します
admin-repair-day = どの日か：日付、または昨日
admin-repaired = ◇ { $name }さんの{ $day }を修復しました。今は{ $run }です。
take-back-about = メンバーのチェックインを取り消します
take-back-day = どの日か：日付、今日、または昨日
take-back-done = { $name }さんの{ $day }のチェックインを取り消しました。今は{ $run }です。
take-back-nothing = { $name }さんは{ $day }にチェックインしていません。/matrix で日ごとに見られます。
amnesty-about = 全員の指定した日を免除します
amnesty-from = 最初の日
amnesty-from-which = **{ $title }**で、いつから全員を免除しますか？例：from:3月1日
amnesty-until = 最後の日（省略すると最初の日と同じ）
amnesty-ends-before = 最後の日が最初の日より前です。もっと後の日を書いてください。
amnesty-done = { $first }から{ $last }まで、「{ $title }」の全員を免除しました。そこで止まった連続記録は続きます。
remove-about = イベントからメンバーを外します
remove-ban = 再び参加できないようにするかどうか
remove-done = { $name }さんを「{ $title }」から外しました。
remove-banned = { $name }さんを「{ $title }」から外し、再び参加できないようにしました。
remove-pardoned = { $name }さんは「{ $title }」にまた参加できます。
moderator-about = 運営を手伝う人を確認し、選びます
moderator-action = 追加、または外す
moderator-list = { $n ->
    [0] モデレーターはまだいません。/admin moderator に名前を添えると任命できます。
   *[other] モデレーター{ $n }人：{ $names }
}
moderator-added = { $name }さんがこのコミュニティの運営を手伝います。できるのはこのコミュニティの中だけで、個別チャットやウェブではできません。
moderator-on-discord = Discordでは、サーバーの管理者がモデレーターに /admin の使用を許可します：サーバー設定 → 連携サービス → 私の名前。
moderator-removed = { $name }さんをモデレーターから外しました。
silence-about = イベントや人をここでミュートします
silence-event-done = 「{ $title }」をここでミュートしました。何も投稿されず、だれもここでお知らせできません。同じコマンドに action:remove を付けると解除できます。
silence-event-lifted = 「{ $title }」は /event announce で再びここにお知らせできます。
silence-person-done = { $name }さんをここでミュートしました。こちらから投稿するものに名前は出ず、ここでの返事はご本人だけに届き、ここから応援やひと声を送ることもできません。同じコマンドに action:remove を付けると解除できます。
silence-person-lifted = { $name }さんのミュートを解除しました。
silence-full = ミュートできるのは、イベント100件と100人までです。先にどれかを解除してください。
silence-none = ここでミュートされているものはありません。/admin silence にイベントか人を添えるとミュートできます。
silence-events = { $n ->
    [0] ミュート中のイベントはありません。
   *[other] ミュート中のイベント{ $n }件：{ $names }
}
silence-unseen = ここではもう見えないミュート中のイベントが{ $n }件あります。
silence-unseen-lifted = ここで見えないイベントのミュートを解除しました。
silence-people = { $n ->
    [0] ミュート中の人はいません。
   *[other] ミュート中の人{ $n }人：{ $names }
}
role-about = 節目に届いた人のロールを決めます
role-length = 連続数
role-role = 付けるロール（省略するとなし）
role-list = { $n ->
    [0] 節目のロールはまだありません。/admin role に長さとロールを添えると決められます。
   *[other] 節目のロール{ $n }個：
}
role-line = { $length }連続：{ $role }
role-set = { $length }連続になった方に{ $role }を付けます。
role-unset = { $length }連続のロールをなしにしました。
role-not-yours = { $role }は、それを付けられる方に頼まれたときだけ付けます。「ロールの管理」の権限と、そのロール自体に許可されたすべての権限が必要です。両方を持つ方に頼んでください。
role-bad-length = どの節目ですか？7や30のような数字で書いてください。
role-discord-only = ロールはDiscordだけの機能です。
audit-about = 主催者とモデレーターの操作を見ます
audit-heading = **ここでの操作**
audit-line = { $when } · { $said }
audit-empty = ここでの操作はまだありません。
record-about = 自分のイベントで行われたことを見ます
record-event = どのイベントか
record-heading = **「{ $title }」で行われたこと**
record-empty = 「{ $title }」では、主催者はまだ何も変更していません。
deed-role = 節目のロール
deed-repair = 日を修復
deed-take_back = チェックインを取り消し
deed-again = 次のラウンド
deed-announce = ここでお知らせ
deed-invite = ここで招待
deed-silent = ここへの投稿を終了
deed-end = 終了
deed-edit = 変更
deed-amnesty = 日を免除
deed-pardon = 再参加を許可
deed-ban = 参加禁止
deed-remove = 除外
deed-let_in = 参加を承認
deed-turned_down = 参加を見送り
deed-approved = 承認
deed-rejected = 却下
deed-moderator = モデレーターに追加
deed-no_moderator = モデレーターを解除
deed-silence = ミュート
deed-no_silence = ミュートを解除
deed-setup = 設定を変更
deed-backfill = 日を後から記入
deed-own_repair = 自分の日を修復

## Ready-made events and their units
template-exercise = エクササイズ
template-walking = ウォーキング
template-running = 週に20 km走る
template-stretching = ストレッチ
template-reading = 20ページ読む
template-language = 語学の勉強
template-coding = コードを書く
template-music = 音楽を奏でる
template-journaling = 日記を書く
template-meditation = 瞑想
template-gratitude = よかったこと3つ
template-water = 水を飲む
template-sleep = 7時間眠る
template-sugar = 砂糖を控える
template-savings = 貯金
template-tidying = 片づけ
unit-steps = 歩
unit-km = km
unit-pages = ページ
unit-minutes = 分
unit-glasses = 杯
unit-hours = 時間

## Pictures
picture-streak = { $span ->
    [week] 連続週数
    [month] 連続月数
    [time] 連続回数
   *[day] 連続日数
}
picture-best = { $span ->
    [week] 最長週数
    [month] 最長月数
    [time] 最長回数
   *[day] 最長日数
}
picture-total = { $span ->
    [week] 合計週数
    [month] 合計月数
    [time] 合計回数
   *[day] 合計日数
}
picture-last = { $span ->
    [week] 直近{ $n }週間
    [month] 直近{ $n }か月
   *[day] 直近{ $n }日間
}
picture-missed = 未達成
picture-partly = 一部
picture-done = 達成
picture-more = 目標以上
picture-bonus = ボーナス
picture-open = 受付中
picture-frozen = フリーズ
picture-repaired = 修復
picture-rest = お休み
picture-bar = 最高値との比較
picture-bar-time = 期間（最長との比較）

## Told without being asked
told-hello = こんにちは。連続記録を数えます。/admin setup は30秒ほどで終わります。
told-last-call = あと2時間、**{ $title }**にチェックインできます。{ $is-check ->
    [no] { $current ->
        [0] 連続記録が待っています。
       *[other] { $run }の記録が待っています。
    }
   *[yes] { $current ->
        [0] タップひとつで続きます。
       *[other] タップひとつで{ $run }が続きます。
    }
}
told-streak-ended = { $span ->
    [week] **{ $title }**の{ $run }は、先週でひと区切りです。積み重ねはあなたのものです。今週を1週目にできます。
    [month] **{ $title }**の{ $run }は、先月でひと区切りです。積み重ねはあなたのものです。今月を1か月目にできます。
    [time] **{ $title }**の{ $run }は、ひと区切りです。積み重ねはあなたのものです。今日から新しく始められます。
   *[day] **{ $title }**の{ $run }は、昨日でひと区切りです。積み重ねはあなたのものです。今日を1日目にできます。
}
told-event-started = **{ $title }**が今日から始まります。🌱
told-event-ended = **{ $title }**が終了しました。みなさん、すばらしい取り組みでした。最長の連続記録：
told-event-over = **{ $title }**が終了しました。
told-made-public = **{ $title }**が公開されました。あなたの名前と日々の記録と数字と自己紹介が、誰でも開けるウェブページに載ります。非表示にすることも、退出することもできます。
told-made-public-left = **{ $title }**が公開されました。参加していた期間の結果にあなたの名前が出て、誰でも開けるウェブページに載ることがあります。非表示にすることもできます。
told-made-everybody = **{ $title }**が公開されました。ほかの場所でも誰でも見られ、あなたの名前と日々の記録と数字も見えます。非表示にすることも、退出することもできます。
told-made-everybody-left = **{ $title }**が公開されました。参加していた期間の結果にあなたの名前が出て、ほかの場所でも誰でも見られることがあります。非表示にすることもできます。
told-made-community = **{ $place }**の全員が**{ $title }**を見られるようになりました。あなたの名前と日々の記録と数字も見えます。非表示にすることも、退出することもできます。
told-made-community-left = **{ $place }**の全員が**{ $title }**を見られるようになりました。参加していた期間の結果に、あなたの名前が出ることがあります。非表示にすることもできます。
told-weeks-over = 先週のまとめ：
told-weeks-event = **{ $title }**：{ $places }
told-week-over = **{ $title }**の先週：
told-week-sum = チェックインは全部で{ $n }回でした。
told-week-climb = 📈 { $names }：前の週より{ $more }増えました
told-week-perfect = ✨ パーフェクトな週：{ $n }人
told-place = { $rank } · { $name } — { $value }
told-milestone = 🎉 **{ $name }**さん：「{ $title }」{ $run }
told-milestones = 🎉 マイルストーン
told-milestones-line = **{ $title }** · { $run }：{ $names }
told-run = { $span ->
    [week] { $n }週連続
    [month] { $n }か月連続
    [time] { $n }回連続
   *[day] { $n }日連続
}
span-count = { $span ->
    [week] { $n }週
    [month] { $n }か月
    [time] { $n }回
   *[day] { $n }日
}
told-reminders = これからの分が{ $n }件あります：
told-reminders-line = { $span ->
    [week] • **{ $title }** · { $next }週目
    [month] • **{ $title }** · { $next }か月目
    [time] • **{ $title }**
   *[day] • **{ $title }** · { $next }日目
}
told-reminder-period-1 = { $span ->
    [week] **{ $title }**、今週の分はこれからです。
    [month] **{ $title }**、今月の分はこれからです。
   *[time] **{ $title }**、今回の分はこれからです。
}
told-reminder-period-2 = { $span ->
    [week] **{ $title }**の{ $next }週目が待っています。
    [month] **{ $title }**の{ $next }か月目が待っています。
   *[time] **{ $title }**が待っています。
}
told-reminder-period-3 = { $span ->
    [week] 今週、**{ $title }**の時間はありますか？
    [month] 今月、**{ $title }**の時間はありますか？
   *[time] 今日、**{ $title }**の時間はありますか？
}
told-reminder-period-4 = { $span ->
    [week] **{ $title }**、{ $next }週目。いつでもどうぞ。
    [month] **{ $title }**、{ $next }か月目。いつでもどうぞ。
   *[time] **{ $title }**、いつでもどうぞ。
}
told-to-whom = **{ $name }**さんへ:
told-reminder-first-1 = **{ $title }**、今日の分はこれからです。1日目によい日ですね。
told-reminder-first-2 = 今日は**{ $title }**にぴったりの日です。始めてみませんか？
told-reminder-first-3 = **{ $title }**：どの連続記録も1日目から始まります。今日はいかがですか？
told-reminder-first-4 = 今日、**{ $title }**に数分いかがですか？
told-reminder-first-5 = **{ $title }**は、朝でも夜でも今日のうちにどうぞ。
told-reminder-first-6 = 今日だけ、**{ $title }**だけ。それで十分です。
told-reminder-first-7 = **{ $title }**、今日のご都合のよいときにどうぞ。
told-reminder-back-1 = **{ $title }**はいつでもここにあります。最長{ $best }の記録はそのままです。今日を1日目にできます。
told-reminder-back-2 = もう一度、**{ $title }**の1日目はいかがですか？道はもうご存じです。
told-reminder-back-3 = **{ $title }**では{ $best }まで続きました。今日が新しい1日目になります。
told-reminder-1 = **{ $title }**、今日の分はこれからです。タップひとつで{ $next }日目です。
told-reminder-2 = **{ $title }**の{ $next }日目が待っています。
told-reminder-3 = **{ $title }**に、静かなひとときはいかがですか？{ $next }日目になります。
told-reminder-4 = **{ $title }**の{ $next }日目、お好きなときにどうぞ。
told-reminder-5 = 今日も**{ $title }**の時間があります。{ $next }日目はあなたのものです。
told-reminder-6 = **{ $title }**に少しの時間を。それで{ $next }日目です。
told-reminder-7 = **{ $title }**の{ $next }日目、準備はいかがですか？
told-reminder-best-1 = あと{ $left }で**{ $title }**の最長の連続記録に並びます。今日は{ $next }日目です。
told-reminder-best-2 = **{ $title }**の最長の連続記録（{ $best }）が近づいています。今日は{ $next }日目です。
told-reminder-best-3 = **{ $title }**の{ $next }日目です。これまでの最長は{ $best }です。
told-reminder-fellow-1 = { $name }さんは今日の**{ $title }**を終えました。ご一緒にいかがですか？
told-reminder-fellow-2 = { $name }さんが今日の**{ $title }**にチェックインしました。お好きなときにどうぞ。
told-cheer = 👏 { $name }さんがあなたを応援しています。
told-nudge = { $name }さんからひと声：{ $span ->
    [week] **{ $title }**、今週の分はこれからです。
    [month] **{ $title }**、今月の分はこれからです。
   *[day] **{ $title }**、今日の分はこれからです。
}
told-join-asked = **{ $name }**さんが**{ $title }**への参加を希望しています。
told-code-overheard = **{ $name }** さんが **{ $title }** のコードを、ほかの人も読める場所に書きました。そのコードはもう使えません。
somebody = 誰か
told-link-refused = もう一方のアカウントは、あなたではないと答えました。何もつながれていません。
told-join-in = **{ $title }**に参加しました。ようこそ。
told-join-out = 「{ $title }」の主催者は、今回の参加希望を見送りました。
told-join-out-untitled = 参加を希望されたイベントの主催者は、今回の参加を見送りました。
told-proof = **{ $name }**さんが**{ $title }**で見せてくれました：{ $file }
told-proof-file = **{ $name }**さんが**{ $title }**で見せてくれました。
told-proof-elsewhere = Telegramで送られたため、そちらでのみ見られます。Telegramで /event review を使ってください。
told-proof-in-chat = チャットで見られます。DiscordかTelegramで /event review を使ってください。
told-removed = 主催者があなたを { $title } から外しました。これまでの記録はあなたのものです。/privacy で受け取れます。
told-removed-untitled = 主催者があなたをイベントから外しました。これまでの記録はあなたのものです。/privacy で受け取れます。
told-proof-rejected = 「{ $title }」の主催者の承認が得られなかったため、そのチェックインを取り消しました。
told-taken-back = 「{ $title }」の主催者が、あなたの{ $day }のチェックインを取り消しました。今の状況は /matrix で見られます。
told-moderator = **{ $place }** の運営を手伝う役になりました。そこで /admin を使い、そこで作られたイベントの世話ができます。
told-moderator-removed = **{ $place }** の運営を手伝う役ではなくなりました。あなたの連続記録と、作ったイベントはそのまま残ります。
told-role-failed = 「{ $title }」の{ $length }連続のロールを付けられませんでした。私のロールをその上に置き、ロールの管理を許可してください。
told-place-closed = **{ $title }**をお知らせする場所に書き込めなくなりました。そのチャンネルの閲覧とメッセージの送信を許可してから、そこでコマンドを使ってください。別の場所でお知らせするには /event announce を使います。
told-board = 📅 { $day } · **{ $title }**
told-withdrawn = ここにあったイベントのカードは取り下げられました。
told-boards = 📅 { $day }
told-boards-event = **{ $title }**
told-boards-week = **{ $title }** · 今週
told-boards-month = **{ $title }** · 今月
told-boards-days = **{ $title }** · { $day }
told-board-week = 📅 { $day } からの週 · **{ $title }**
told-board-month = 📅 { $day } · **{ $title }**
told-board-count-over = { $all }人中{ $in }人がチェックインしました
told-board-count-day-over = この日の終わりまでに{ $all }人中{ $in }人がチェックインしました
told-board-in = ✅ { $names }
told-board-open = ⏳ { $names }
told-board-run = 🎉 { $run }：{ $names }
told-board-more = { $names }、ほか{ $n }人
told-board-count = { $all }人中{ $in }人がチェックインしました

## Refusals
refused-not-member = このイベントには参加していません。
refused-already-member = このイベントにはもう参加しています。
refused-not-started = このイベントはまだ始まっていません。
refused-ended = このイベントは終了しました。あなたの記録は残ります。
refused-window-closed = その日はもう記入できません。その日で連続記録が止まった場合は、イベントの主催者が修復できます。
refused-future-day = その日はまだこれからです。
refused-empty-day = その日は、あなたのタイムゾーンでは飛ばされています。
refused-in-future = こちらの時計が戻されたため、メッセージが未来から届いたように見えます。あなたのせいではありません。しばらくしてからもう一度お試しください。
refused-too-old = メッセージが届くまでに2日以上かかったため、数えられませんでした。
refused-already-in = その日はもうチェックイン済みです。
refused-too-many = 1日の分はこれで十分です。また明日。
refused-conflict = 同じ依頼が違う内容で届いていました。もう一度送ってください。
refused-nothing-to-undo = 今日の分で取り消せるものはありません。
refused-already-undone = それはもう取り消し済みです。
refused-too-late = 取り消せる期間を過ぎています。イベントの主催者なら取り消せます。
refused-not-found = そのチェックインは見つかりませんでした。
refused-not-owner = そのチェックインは、ほかの方のものです。
refused-unknown-task = このイベントにそのタスクはありません。
refused-bad-amount = その数量はこのイベントに合いません。数量を数えるイベントでは0より大きい数を書き、それ以外では省いてください。
refused-disabled = このイベントにその機能はありません。
refused-too-soon = 1日前までにお知らせください。
refused-too-long = このイベントで認められた日数を超えています。
refused-overlap = その期間は、すでにあるお休みと重なっています。
refused-not-paused = 今はお休み中ではありません。
refused-not-repairable = そこに、連続記録を止めた空きはありません。
refused-cooldown = 少し前に修復したばかりです。時間をおくとまた使えます。
refused-tz-limit = 時計の設定は、この1か月でもう4回変更されています。時間をおくとまた変更できます。

## E-mail
email-about = メールでも受け取る
email-address = メールアドレス、または「オフ」
name-email = メール
name-address = アドレス
choice-email = メール
choice-push = 通知
email-none = メールアドレスがまだありません。`/email` とアドレスを書くと、そこへリンクを送ります。
email-shown = { $address } に送れます。たとえば `/remind via:email` で、またはチャットに送れないときに。
email-wanted = { $address } はまだ確認されていません。そこへ送ったリンクを開いてください。
email-sent = { $address } にリンクを送りました。1日以内に開くと、そこへ送れるようになります。
email-bad = 「{ $words }」はメールアドレスではないようです。name@example.org のような形で書いてください。
email-too-often = 今日はここまでです。そのアドレスは明日もう一度試してください。
email-off = メールアドレスを消しました。
email-unavailable = このボットはメールを送りません。/remind via:dm ならチャットでお知らせします。
way-closed-email = 登録されたアドレス宛てのメールが戻ってきました。アドレスをご確認ください：/email
way-closed-push = ブラウザへ通知を送れなくなりました。ウェブの設定でもう一度オンにできます。
email-footer = このアドレスを Streaks で確認したため、お送りしています。停止するには：
button-email-off = アドレスを消す
button-confirm-email = このアドレスを確認する
told-confirm-email =
    メールアドレスの確認
    { $name }さんが、このアドレスで Streaks のリマインダーを受け取りたいと希望しました。ご本人であれば、1日以内にリンクを開いてください。そうでなければ何もしないでください。アドレスは消されます。
remind-no-email = 確認済みのメールアドレスがありません。まず /email とアドレスを書いてください。
remind-no-push = まずウェブの設定で、ブラウザの通知をオンにしてください。
remind-push-unavailable = このボットはブラウザへ通知を送りません。/remind via:dm ならチャットでお知らせします。
button-open-settings = ウェブの設定

## What Discord may give roles by
role-fact-longest = 最長記録
role-fact-longest-about = 連続で、最低
role-fact-total = 合計
role-fact-total-about = 達成した数、最低
role-fact-since = 参加日数
role-fact-since-about = 最初のイベントからの日数、最低
