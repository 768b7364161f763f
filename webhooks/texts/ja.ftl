# Short, warm, adult. What people wrote comes in isolated, so a sentence never turns around.

site = Streaks
skip = 本文へ移動
to-home = 公開中のイベントを見る

## Open events
home-title = 公開中のイベント
home-lead = 小さなことを、日々、一緒に。どなたでも参加できます。
home-empty-title = 公開中のイベントはまだありません
home-empty = 最初のイベントを作りましょう。Streaksボットのいるチャットで「{ $command }」と書くと、ここに表示されます。
home-over = 終了したイベント
home-over-lead = みんなで続けたことと、その結果です。
search = 検索
search-title = イベントを探す
search-category = テーマ
search-any = すべて
order-title = 並び順
order-of-newest = 新しい順
order-of-members = 人数の多い順
in-today = 今日{ $count }人達成
first-place = 1位：{ $names }
search-none = 見つかりませんでした。言葉を減らすか、別のテーマでお試しください。
page-before = 新しいもの
page-next = 古いもの
bring-title = 仲間のいる場所でStreaksを使う
bring-text = DiscordのサーバーやTelegramのグループにボットを追加すると、ふだん話している場所で参加、チェックイン、ランキングの確認ができます。
bring-discord = Discordに追加
bring-telegram = Telegramのグループに追加
members = メンバー{ $count }人

## What an event asks for
day-start = 一日は{ $time }に始まります
starts = { $date }に開始
until = { $date }まで
ended = { $date }に終了
join = 参加するには、Streaksボットのいるチャットで「{ $command }」と書いてください。
join-discord = Discordで参加
join-telegram = Telegramで参加
invite-title = 招待されています
invite-over-title = この招待は使えません
invite-over-text = コードが違うか、使い切られたか、古すぎます。送ってくれた人に新しいコードを頼んでください。

## The leaderboard
board-title = ランキング
board-by = 並び順
board-period = 期間
period-all = 全期間
span-title = 週と月
span = { $from }〜{ $until }
span-earlier = 前へ
span-later = 次へ
board-first = 最初のページ
board-next = 次のページ
updated = 更新：
column-rank = 順位
column-name = 名前
column-streak = 連続
column-best = 最長
column-total = 合計
column-consistency = 継続度
column-amount = 数量
column-periods = { $span ->
    [week] 週数
    [month] 月数
    [time] 回数
   *[other] 日数
}
counted-in = { $span ->
    [week] 週で数えます
    [month] 月で数えます
    [time] 回数で数えます
   *[other] 日で数えます
}
column-week = 直近7日
column-today = 今日
order-current = 現在の連続記録、最長、合計、参加の早い順に並んでいます。同じ連続記録は同じ順位になり、次の順位は飛ばします。
order-longest = 最長の連続記録、合計、参加の早い順に並んでいます。同じ最長記録は同じ順位になり、次の順位は飛ばします。
order-total = 合計、最長の連続記録、参加の早い順に並んでいます。同じ合計は同じ順位になり、次の順位は飛ばします。
order-consistency = 求められた期間のうち達成した割合、最長の連続記録、合計、参加の早い順に並んでいます。
order-points = 数量、最長の連続記録、合計、参加の早い順に並んでいます。
order-window = この期間に達成した量の順に並んでいます。同じ値は同じ順位になり、次の順位は飛ばします。
hosting = あなたはこのイベントの主催者です
hosting-edit = 編集
hosting-invite = 招待コード
hosting-review = 申請と証拠
hosting-record = 記録
hosting-winners = 勝者
hosting-again = 次の回
hosting-end = 終了する
members-title = メンバー
members-lead = 参加者全員です。ほかの人から隠れている人も含みます。
members-table = 表として保存（CSV）
members-remove = 外す
members-out = 外す
members-ban = 外して再参加も断る
column-joined = 参加日
calendar = カレンダーで見る
place-title = あなたの順位
board-empty = まだ誰もいません。最初の1人になりませんか？

## The activity of a member
activity-title = 活動
activity-lead = 上位のメンバーの直近12週間です。
activity-all = 全員のアクティビティ
activity-page-lead = 全員の直近12週間を、ランキングの順に並べています。
activity-summary = { $asked ->
    [0] 始まったばかり
   *[other] { $span ->
        [week] { $asked }週中{ $done }週
        [month] { $asked }か月中{ $done }か月
        [time] { $asked }回中{ $done }回
       *[other] { $asked }日中{ $done }日
    }{ $bonus ->
        [0] {""}
       *[other] 、ボーナス{ $bonus }日
    }、最長{ $longest }、現在{ $current }
}
legend = マス目の意味
week-of = { $date }の週
mark-done = 完了
mark-extra = 予定のない日に完了
mark-missed = 空いた日
mark-open = これから
mark-rest = 予定のない日
mark-paused = お休み
mark-frozen = フリーズで補った日
mark-repaired = 修復した日
mark-excused = 数えない日
mark-away = 不参加
person-events = イベント
person-badges = バッジ
person-years = 年
person-picture = ほかのページ用の画像
matrix-label = { $name }、{ $title }、{ $year }年: { $span ->
    [week] { $asked }週中{ $done }週
    [month] { $asked }か月中{ $done }か月
    [time] { $asked }回中{ $done }回
   *[other] { $asked }日中{ $done }日
}{ $bonus ->
    [0] {""}
   *[other] 、ボーナス{ $bonus }日
}
feed-began = { $title }が始まりました
feed-reached = { $name }さん：{ $run } · { $title }

## Dates
date = { $year }年{ $month }{ $day }日
date-short = { $month }{ $day }日
moment = { $date } { $time }（{ $zone }）
weekday = { $day ->
    [1] 月曜日
    [2] 火曜日
    [3] 水曜日
    [4] 木曜日
    [5] 金曜日
    [6] 土曜日
   *[7] 日曜日
}
weekday-short = { $day ->
    [1] 月
    [2] 火
    [3] 水
    [4] 木
    [5] 金
    [6] 土
   *[7] 日
}
month = { $month ->
    [1] 1月
    [2] 2月
    [3] 3月
    [4] 4月
    [5] 5月
    [6] 6月
    [7] 7月
    [8] 8月
    [9] 9月
    [10] 10月
    [11] 11月
   *[12] 12月
}
month-short = { $month ->
    [1] 1月
    [2] 2月
    [3] 3月
    [4] 4月
    [5] 5月
    [6] 6月
    [7] 7月
    [8] 8月
    [9] 9月
    [10] 10月
    [11] 11月
   *[12] 12月
}

## When there is no page
missing-title = ここには何もありません
missing-text = アドレスの入力違いか、招待された方だけが見られるページかもしれません。
fault-title = こちら側で問題が起きました
fault-text = 連続記録は無事です。少ししてからもう一度お試しください。
too-many-title = リクエストが多すぎます
too-many-text = 一度に多すぎました。{ $wait }秒ほどお待ちください。
busy-title = 今、多くの方が見ています
busy-text = ページは表示できますが、ライブ表示が満員です。少ししてからもう一度読み込んでください。

## The time zone of a device
zone-title = タイムゾーン
zone-without = Streaksボットのいるチャットで「{ $command }」と都市の名前を送ってください。
zone-with = この端末の時計：
zone-use = Telegramで使う
zone-write = Streaksボットのいるチャットで次のように送ってください：

## Links in mails
email-confirm-title = アドレスの確認
email-confirm-text = チャットでのご希望どおり、Streaks から { $address } に送れるようになります。
email-confirm-button = 確認する
email-confirmed-title = 確認しました
email-confirmed-text = Streaks からメールを送れるようになりました。内容と時刻はチャットで選べます（例：/remind）。
email-leave-title = メールの停止
email-leave-text = Streaks は { $address } に送らなくなります。リマインダーはチャットに届きます。
email-leave-button = 停止する
email-left-title = メールを停止しました
email-left-text = アドレスは消されました。チャットでいつでも登録し直せます。

## Signed in
me = 自分の記録
join-here = ここで参加
login-title = サインイン
login-text = このブラウザーで { $name } としてサインインします。
login-button = サインイン
login-over-title = このリンクはもう使えません
login-over-text = サインインのリンクは10分間、一度だけ使えます。ボットに「/login」と送ると新しいリンクが届きます。
signed-out-title = サインイン
signed-out-text = DiscordかTelegramでStreaksボットに「/login」と送ると、ここにサインインするリンクが返ってきます。パスワードはいりません。
sign-in-lead = パスワードはいりません。アカウントがあなたのものだと示すだけです。
sign-in-discord = Discordでサインイン
sign-in-telegram = Telegramでサインイン
sign-in-link-title = またはリンクで
app-opening = 少しお待ちください…
app-outside = これはTelegramの中、ボットとのチャットから開きます。
not-agreed-title = サインインしていません
not-agreed-text = 許可されなかったので、何も変わっていません。いつでもやり直せます。
not-signed-in-title = うまくいきませんでした
not-signed-in-text = 今はあなたが誰かを確かめられませんでした。もう一度試すか、ボットに「/login」と書いてリンクをもらってください。
roles-told-title = Discordに記録を伝えました
roles-told-text = サーバーは、最長の記録と合計（招待制のイベントを除く）、参加期間に応じてロールを付けられます。もう一度伝えるには、同じリンクから来てください。
roles-not-told-title = Discordが受け取りませんでした
roles-not-told-text = サインインはできましたが、記録はDiscordに伝わっていません。少し待ってからもう一度どうぞ。
foreign-title = ここから送られたものではありません
foreign-text = フォームが古いか、ほかのページから送られました。戻ってページを読み込み直し、もう一度お試しください。
me-join = 参加する
me-answer = 返事
me-needs-chat = 何かを送る必要があります。ボットとのチャットでどうぞ。
me-send = 送る
me-today = 今日
me-none = まだどのイベントにも参加していません。
me-done = { $run }
me-open = { $run }、{ $span ->
    [week] 今週はまだ
    [month] 今月はまだ
    [time] 今回はまだ
   *[other] 今日はまだ
}
me-off = { $run }、今日はお休み
me-check-in = チェックイン
me-sessions = サインイン中
session-here = このブラウザ
session-end = 終了する
me-unclear = わかりませんでした。下のコマンドを選ぶか、「/help」を送ってください。
me-line = ボットに送る言葉を書いてください
logout = サインアウト
logout-everywhere = すべてでサインアウト
settings = 設定
settings-profile = プロフィール
settings-name = 名前
settings-about = 自己紹介をひとこと
settings-clock = 言語と時刻
settings-language = 言語
settings-use = これを使う
settings-day-start = 一日の始まり(06:00まで)
settings-quiet = 通知しない時間(空欄:なし)
settings-others = ほかの人に見えること、できること
settings-hidden = ランキングとボードに載せない
settings-nudges = ほかの人がつついてもよい
settings-cheers = ほかの人が応援してもよい
settings-milestones = 達成をほかの人に知らせる
settings-save = 保存
settings-accounts = アカウント
settings-link = アカウントを加えるには、そこでボットに「/link」と書きます。外すには「/unlink」です。
settings-data = あなたのデータ
settings-export = すべて書き出す
settings-delete = すべて削除…
passkeys = パスキー
passkeys-lead = パスキーなら、指紋、顔、PINなど、お使いの機器でサインインできます。
passkey-make = パスキーを作る
passkey-failed = うまくいきませんでした。何も変わっていません。
sign-in-passkey = パスキーでサインイン
push = 通知
push-lead = ページを開いていなくても、この端末がリマインダーを表示します。チャットの代わりにここへ届きます。
push-on = リマインダーをこの端末へ送る
push-failed = ブラウザが許可していません。このサイトの通知を許可してから、もう一度お試しください。
push-off = オフにする
push-since = { $date }から

## Tokens and the API
api-token = 有効なトークンが必要です。/me/tokens で作り、「Authorization: Bearer …」として送ってください。
api-rate = リクエストが多すぎます。{ $wait }秒後にもう一度どうぞ。
api-lead = プログラムが尋ねたり行ったりできることです。プログラム用の説明:
api-token-from = トークンはこちらから:
api-your-token = あなたのトークン(このタブの中だけ)
api-body = 本文(JSON)
api-no-script = 試すにはJavaScriptが必要です。上の説明には不要です。
api-scope = このトークンではできません。
api-proof = このイベントではチェックインのたびに写真かファイルが必要です。チャットでお送りください。
api-not-here = これは人のための操作です。ボットとのチャットでお試しください。
me-tokens = プログラム用トークン
tokens-title = プログラム用トークン
tokens-lead = トークンがあれば、プログラムがあなたの代わりに操作できます。できることの一覧：
tokens-name = 名前
tokens-scope = できること
scope-read = あなたに見えるものを見る
scope-write = あなたにできることを見て行う
scope-calendar = カレンダーの購読のみ
scope-check-in = { $title }へのチェックインのみ
tokens-made = これがトークンです。表示されるのは今だけです。ほかの人が読まない場所に保管してください。
tokens-address = このアドレスを知っている人はだれでも使えます。ほかのことはできません。
tokens-make = トークンを作る
tokens-yours = あなたのトークン
tokens-used = 最終使用日：{ $date }
tokens-unused = 未使用
tokens-drop = 取り消す
tokens-not-made-title = トークンは作られませんでした
tokens-not-made-text = 名前と、できることの指定が必要です。1人50個までです。
check-in-text = { $name }さんのチェックインをします。
check-in-done = { $run } · { $title }

## Apps of others
apps = あなたのアプリ
apps-lead = ほかの人がOAuth 2で許可できる、あなたのプログラムです。秘密の鍵はいりません。詳しくはこちら:
apps-name = 名前
apps-redirects = 戻り先のアドレス、1行に1つ(なければ機器専用)
apps-make = 登録する
apps-drop = 削除する
app-not-made-title = アプリは作られませんでした
app-not-made-text = 名前と、https:// か http://127.0.0.1、または org.example.app:/ のような独自の名前で始まるアドレスが10個まで必要です。1人20個までです。
consent-title = 許可しますか?
app-continue = 次の名前で続ける:
consent-text = { $app }が{ $person }さんとして動こうとしています。
consent-read = あなたに見えるものを見られるようになります。
consent-write = あなたにできることを見て、行えるようになります。
consent-back = 続きは { $host } です。
consent-device = 機器に今 { $code } と表示されている場合だけ許可してください。
consent-maker = 提供者: { $name }
device-out-title = 機器は許可されませんでした
device-out-text = 許可しなかったので、何も変わっていません。
consent-yes = 許可する
consent-no = いいえ
app-unknown-title = このアプリは知られていません
app-unknown-text = アプリのアドレスが間違っているか、ここでは知られていません。何も起きていません。
app-astray-title = この方法ではアプリを許可できません
app-astray-text = アプリの求め方に誤りがあります。何も起きておらず、何も許可されていません。戻り先は { $host } です。知っているアプリの場合だけ戻ってください。
app-astray-back = { $host } に戻る
device-title = 機器を許可する
device-text = 機器に表示されたコードを入力してください
device-go = 進む
device-wrong = そのコードを待っているものはありません。もう一度確かめるか、機器に新しいコードを出させてください。
device-in-title = 機器を許可しました
device-in-text = ここでの作業は終わりです。あとは機器が続けます。「プログラム用トークン」で取り消せます。
device-over-title = このコードはもう使えません
device-over-text = 機器に新しいコードを出させてください。

## Privacy and terms, a paragraph a line
privacy-title = プライバシーポリシー
terms-title = 利用規約
legal-operator = このStreaksは{ $name }が運営しています。
legal-nobody = このStreaksの運営者の名前は、ここに書かれていません。コミュニティの管理者に尋ねてください。
legal-contact = 連絡先：
privacy-kept-title = 保存するもの
privacy-kept-text =
    DiscordとTelegramのアカウントのID、名前、言語。あなたが自分について書いたこと：ここでの名前、ひとこと、興味、設定、タイムゾーン。送られた位置情報はタイムゾーンに変え、その場で忘れます。
    作ったイベントと参加したイベント、参加と退出の時、チェックインとその時刻、量、メモ、休止、修復、バッジ、リマインダー、応援、声かけ、ブロックした相手。チェックインを示す写真やファイルについては、プラットフォームでの呼び名。ファイルそのものは、主催者が確認するか、あなたが退出するか、イベントの終了から30日が過ぎるまでだけ保存します。カメラがJPEGやPNGに書き込んだ場所と日時は、保存の前に取り除きます。保存できないものや、まだ保存していないものは、送られたままの形で主催者に表示されます。
    あなたがオンにしたもの：メールアドレス、通知を表示するブラウザ、パスキー、トークン、許可したアプリや提供するアプリ、サインイン中のブラウザ。
    主催者やモデレーターがしたこと（IDによる）と、コミュニティがミュートした人。
privacy-purpose-title = 目的
privacy-purpose-text = 連続記録を数え、ランキングを表示し、頼まれたお知らせをするためです。何も販売せず、広告もなく、ほかのページでの行動を追うこともありません。
privacy-seen-title = 見える人
privacy-seen-text =
    同じイベントの人、イベントが属するコミュニティの人、主催者がお知らせ先にしたチャンネルの全員には、あなたの名前、数字、毎日の記録、自己紹介が見えます。主催者には、参加者全員と、証拠として示されたものが見えます。
    公開イベントでは、あなたの名前、数字、毎日の記録、自己紹介が、誰でも開けるウェブページに載ります。検索エンジンには載せないよう求めています。
    メモはあなただけに見えます。名前を隠した人は、ランキングに載らず、ページもありません。
privacy-passed-title = ほかに受け取る相手
privacy-passed-text = DiscordとTelegramは、そこでの発言をそれぞれの規則に従って運びます。メールサーバーはメールを、ブラウザのプッシュサービスは通知を運び、通知を読めるのはあなたのブラウザだけです。許可したアプリには、許可した範囲が見えます。アカウントをDiscordサーバーのロールに連携すると、最長の連続記録、合計、利用を始めた日がDiscordに伝わりますが、招待制のイベントのことは伝わりません。やめるには、Discordの設定→認証済みアプリでStreaksを削除してください。
privacy-time-title = 期間
privacy-time-text =
    ボットに書いたこと：答えるまで、うまくいかなかった場合は7日間。ボットが伝えるはずだったこと：30日間。サインイン：最後の訪問から30日間、最長90日間。サインインのリンクとアカウント連携のコードは10分間有効です。
    ネットワーク上のアドレスは、制限を守るためにメモリにだけ置き、保存しません。
    ボットを外したサーバーやグループのこと：30日間。そこで作られたイベントは参加者のもとに残ります。
    そのほかのすべて：あなたが削除するまで。
privacy-rights-title = できること
privacy-rights-text =
    ボットに「/privacy」と書くか、ここで設定を開いてください。名前を隠すことも、すべてをファイルで受け取ることも、すべてを削除することもできます。削除は1週間後で、それまでは取り消せます。
    節目、ボード、結果など、ボットがチャットで発言したことはそこに残ります。チャットの管理者が削除できます。
    あなたが作ったイベントは、ほかの参加者がいる、またはいた場合は、あなたの名前なしで残り、それ以外は削除されます。主催者がしたことの記録は、言葉もあなたの名前もなしで残ります。
    アカウントについては、同じアカウントが戻ってきたかどうかだけが分かる照合値が残ります。イベントから外された人、ミュートされた人、ブロックされた人はそのままで、回数の制限も続きます。
privacy-contact = 訂正など、そのほかのことは、上の連絡先へどうぞ。
privacy-cookies-title = Cookie
privacy-cookies-text = 1つはサインインを保ちます。サインインの途中では、その方法と目的を10分間覚えるものがあります。ほかにはありません。
terms-service-title = これは何か
terms-service-text = Streaksは、みなさんが「した」と言ったことを数えます。現状のまま提供され、いつも使えること、間違いがないこと、数字が何かを証明することは、誰も約束しません。医学その他の助言ではありません。
terms-conduct-title = お互いのために
terms-conduct-text =
    お住まいの地域と年齢でDiscordまたはTelegramを使える場合にだけ使ってください。それぞれの規約も適用されます。
    違法なこと、憎悪、性的なこと、人を傷つけること、ほかの人が望まないその人についてのことは書かないでください。ボットに大量に送ったり、制限をかいくぐったり、ほかの人になりすましたりしないでください。
    主催者、モデレーター、運営者は、これを守らないものや人を外すことができます。
terms-public-title = ほかの人に見えるもの
terms-public-text = イベントを公開する人、公開イベントに参加する人は、その文章と参加者の名前、数字、毎日の記録、自己紹介が、誰でも開けるウェブページに載ることに同意します。公開前から参加していた人にはお知らせが届き、非表示にすることも退出することもできます。
terms-end-title = 終わり方
terms-end-text =
    いつでもやめることができ、/privacyですべてを削除できます。このStreaksやその一部は、変わったり終わったりすることがあります。それまではすべてを書き出せます。
    ここに何が書かれていても、法律が認めるあなたの権利は変わりません。
