# Short, warm, adult. What people wrote comes in isolated, so a sentence never turns around.

site = Streaks
skip = सीधे सामग्री पर जाएँ
to-home = खुले इवेंट देखें

## Open events
home-title = खुले इवेंट
home-lead = छोटी-छोटी बातें, दिन-ब-दिन, साथ मिलकर। इनमें हर कोई जुड़ सकता है।
home-empty-title = अभी कोई खुला इवेंट नहीं
home-empty = पहला इवेंट बनाएँ: जिस चैट में Streaks बॉट हो, वहाँ “{ $command }” लिखें। बनते ही वह यहाँ दिखेगा।
home-over = समाप्त इवेंट
home-over-lead = लोगों ने साथ में क्या किया, और अंत कैसे हुआ।
search = खोजें
search-title = इवेंट खोजें
search-category = विषय
search-any = कोई भी
order-title = क्रम
order-of-newest = नए पहले
order-of-members = बड़े पहले
in-today = आज { $count } ने किया
first-place = पहला स्थान: { $names }
search-none = कुछ नहीं मिला। कम शब्द या कोई दूसरा विषय आज़माएँ।
page-before = नए
page-next = पुराने
bring-title = Streaks को अपने लोगों तक लाएँ
bring-text = बॉट को Discord सर्वर या Telegram ग्रुप में जोड़ें: वहीं शामिल हों, चेक-इन करें और लीडरबोर्ड देखें, जहाँ बातचीत होती ही है।
bring-discord = Discord में जोड़ें
bring-telegram = Telegram ग्रुप में जोड़ें
members = { $count ->
    [one] { $count } सदस्य
   *[other] { $count } सदस्य
}

## What an event asks for
day-start = दिन { $time } बजे शुरू होता है
starts = { $date } से शुरू
until = { $date } तक
ended = { $date } को समाप्त
join = शामिल होने के लिए, जिस चैट में Streaks बॉट हो, वहाँ “{ $command }” लिखें।
join-discord = Discord में शामिल हों
join-telegram = Telegram में शामिल हों
invite-title = आपको बुलाया गया है
invite-over-title = यह निमंत्रण अब मान्य नहीं है
invite-over-text = कोड ग़लत है, पूरा इस्तेमाल हो चुका है या बहुत पुराना है। जिसने भेजा, उससे नया माँगें।

## The leaderboard
board-title = लीडरबोर्ड
board-by = क्रम
board-period = अवधि
period-all = पूरा समय
span-title = सप्ताह और महीने
span = { $from } से { $until }
span-earlier = पहले
span-later = बाद में
board-first = पहला पृष्ठ
board-next = अगला पृष्ठ
updated = अपडेट:
column-rank = स्थान
column-name = नाम
column-streak = स्ट्रीक
column-best = रिकॉर्ड
column-total = कुल
column-consistency = नियमितता
column-amount = मात्रा
column-periods = { $span ->
    [week] हफ़्ते
    [month] महीने
    [time] बार
   *[other] दिन
}
counted-in = { $span ->
    [week] हफ़्तों में गिना जाता है
    [month] महीनों में गिना जाता है
    [time] बार में गिना जाता है
   *[other] दिनों में गिना जाता है
}
column-week = पिछले 7 दिन
column-today = आज
order-current = क्रम: पहले मौजूदा स्ट्रीक, फिर रिकॉर्ड, फिर कुल दिन, और फिर कौन पहले जुड़ा। बराबर स्ट्रीक का स्थान एक ही होता है, और अगला स्थान छोड़ दिया जाता है।
order-longest = क्रम: पहले रिकॉर्ड, फिर कुल दिन, और फिर कौन पहले जुड़ा। बराबर रिकॉर्ड का स्थान एक ही होता है, और अगला स्थान छोड़ दिया जाता है।
order-total = क्रम: पहले कुल दिन, फिर रिकॉर्ड, और फिर कौन पहले जुड़ा। बराबर कुल दिनों का स्थान एक ही होता है, और अगला स्थान छोड़ दिया जाता है।
order-consistency = क्रम: पहले ज़रूरी अवधियों में से पूरी हुई अवधियों का हिस्सा, फिर रिकॉर्ड, फिर कुल दिन, और फिर कौन पहले जुड़ा।
order-points = क्रम: पहले मात्रा, फिर रिकॉर्ड, फिर कुल दिन, और फिर कौन पहले जुड़ा।
order-window = क्रम: इस अवधि में जितना किया गया। बराबर वालों का स्थान एक ही होता है, और अगला स्थान छोड़ दिया जाता है।
hosting = आप यह इवेंट चलाते हैं
hosting-edit = बदलें
hosting-invite = न्योता कोड
hosting-review = अनुरोध और सबूत
hosting-record = क्या किया गया
hosting-winners = विजेता
hosting-again = अगला दौर
hosting-end = समाप्त करें
members-title = सदस्य
members-lead = सभी सदस्य, वे भी जो दूसरों से छिपे हैं।
members-table = तालिका के रूप में (CSV)
members-remove = हटाएँ
members-out = बाहर करें
members-ban = बाहर करें और लौटने न दें
column-joined = कब से
calendar = कैलेंडर में देखें
place-title = आपका स्थान
board-empty = अभी कोई शामिल नहीं है। शुरुआत आपसे हो सकती है।

## The activity of a member
activity-title = गतिविधि
activity-lead = सबसे आगे के सदस्यों के पिछले 12 हफ़्ते।
activity-all = सबकी गतिविधि
activity-page-lead = सबके पिछले 12 हफ़्ते, लीडरबोर्ड के क्रम में।
activity-summary = { $asked ->
    [0] अभी-अभी शुरुआत
   *[other] { $span ->
        [week] { $asked } में से { $done } हफ़्ते
        [month] { $asked } में से { $done } महीने
        [time] { $asked } में से { $done } बार
       *[other] { $asked } में से { $done } दिन
    }, सबसे लंबी { $longest }, अभी { $current }
}
legend = खानों का मतलब
week-of = { $date } का हफ़्ता
mark-done = पूरा
mark-extra = आराम के दिन पूरा
mark-missed = नहीं हुआ
mark-open = अभी खुला
mark-rest = आराम का दिन
mark-paused = ब्रेक पर
mark-frozen = फ़्रीज़ ने संभाला
mark-repaired = भरपाई हुई
mark-excused = गिना नहीं गया
mark-away = शामिल नहीं
person-events = इवेंट
person-badges = बैज
person-years = साल
person-picture = यह मैट्रिक्स दूसरे पन्नों के लिए चित्र के रूप में
matrix-label = { $name }, { $title }, { $year }: { $span ->
    [week] { $asked } में से { $done } हफ़्ते
    [month] { $asked } में से { $done } महीने
    [time] { $asked } में से { $done } बार
   *[other] { $asked } में से { $done } दिन
}
feed-began = { $title } शुरू हो गया है
feed-reached = { $name }: { $run } · { $title }

## Dates
date = { $day } { $month } { $year }
date-short = { $day } { $month }
moment = { $date }, { $time } ({ $zone })
weekday = { $day ->
    [1] सोमवार
    [2] मंगलवार
    [3] बुधवार
    [4] गुरुवार
    [5] शुक्रवार
    [6] शनिवार
   *[7] रविवार
}
weekday-short = { $day ->
    [1] सोम
    [2] मंगल
    [3] बुध
    [4] गुरु
    [5] शुक्र
    [6] शनि
   *[7] रवि
}
month = { $month ->
    [1] जनवरी
    [2] फ़रवरी
    [3] मार्च
    [4] अप्रैल
    [5] मई
    [6] जून
    [7] जुलाई
    [8] अगस्त
    [9] सितंबर
    [10] अक्टूबर
    [11] नवंबर
   *[12] दिसंबर
}
month-short = { $month ->
    [1] जन॰
    [2] फ़र॰
    [3] मार्च
    [4] अप्रैल
    [5] मई
    [6] जून
    [7] जुल॰
    [8] अग॰
    [9] सित॰
    [10] अक्टू॰
    [11] नव॰
   *[12] दिस॰
}

## When there is no page
missing-title = यहाँ कुछ नहीं है
missing-text = हो सकता है पता लिखने में चूक हुई हो, या जो यहाँ था वह सिर्फ़ न्योते वालों के लिए हो।
fault-title = हमारी तरफ़ कुछ गड़बड़ हो गई
fault-text = आपकी स्ट्रीक सुरक्षित हैं। कृपया थोड़ी देर में फिर कोशिश करें।
too-many-title = बहुत अधिक अनुरोध
too-many-text = एक साथ बहुत हो गया। कृपया एक मिनट रुकें।
busy-title = अभी बहुत लोग देख रहे हैं
busy-text = पेज ठीक चल रहा है; बस लाइव व्यू भरा हुआ है। कृपया थोड़ी देर में इसे फिर से लोड करें।

## The time zone of a device
zone-title = आपका टाइमज़ोन
zone-without = जिस चैट में Streaks बॉट हो, वहाँ “{ $command }” और अपना शहर लिखें।
zone-with = इस डिवाइस की घड़ी इस जगह की है:
zone-use = Telegram में इस्तेमाल करें
zone-write = जिस चैट में Streaks बॉट हो, वहाँ यह लिखें:

## Links in mails
email-confirm-title = अपने पते की पुष्टि करें
email-confirm-text = फिर Streaks { $address } पर लिख सकेगा, जैसा चैट में कहा गया था।
email-confirm-button = पुष्टि करें
email-confirmed-title = पुष्टि हो गई
email-confirmed-text = Streaks अब आपको लिख सकता है। क्या और कब, यह अपनी चैट में चुनें, जैसे /remind से।
email-leave-title = ईमेल बंद करें
email-leave-text = Streaks { $address } पर अब नहीं लिखेगा। याद दिलाने के संदेश आपकी चैट में आएँगे।
email-leave-button = बंद करें
email-left-title = अब कोई ईमेल नहीं
email-left-text = पता भुला दिया गया है। आप अपनी चैट में कभी भी फिर से पता दे सकते हैं।

## Signed in
me = मेरी स्ट्रीक
join-here = यहाँ शामिल हों
login-title = साइन इन
login-text = आप इस ब्राउज़र में { $name } के नाम से साइन इन करने वाले हैं।
login-button = साइन इन करें
login-over-title = यह लिंक अब काम नहीं करता
login-over-text = साइन इन का लिंक एक बार और दस मिनट तक काम करता है। नया लिंक पाने के लिए बॉट को “/login” लिखें।
signed-out-title = साइन इन
signed-out-text = Discord या Telegram में Streaks बॉट को “/login” लिखें: वह एक लिंक देगा जिससे आप यहाँ साइन इन हो जाएँगे। पासवर्ड की ज़रूरत नहीं।
sign-in-lead = पासवर्ड की ज़रूरत नहीं: बस दिखाइए कि कोई खाता आपका है।
sign-in-discord = Discord से साइन इन करें
sign-in-telegram = Telegram से साइन इन करें
sign-in-link-title = या एक लिंक से
app-opening = एक पल …
app-outside = यह Telegram के भीतर, बॉट के साथ चैट से खुलता है।
not-agreed-title = आप साइन इन नहीं हैं
not-agreed-text = आपने मना किया, और कुछ नहीं बदला। आप कभी भी फिर कोशिश कर सकते हैं।
not-signed-in-title = यह नहीं हो पाया
not-signed-in-text = अभी पक्का नहीं हो सका कि आप कौन हैं। फिर कोशिश करें, या लिंक के लिए बॉट को “/login” लिखें।
roles-told-title = Discord आपकी स्ट्रीक जानता है
roles-told-text = सर्वर आपकी सबसे लंबी स्ट्रीक, कुल और यहाँ बिताए समय के अनुसार भूमिकाएँ दे सकते हैं। दोबारा बताने के लिए उसी लिंक से आएँ।
roles-not-told-title = Discord ने इसे नहीं लिया
roles-not-told-text = आप साइन इन हैं, पर Discord को आपकी स्ट्रीक नहीं बताई गई। थोड़ी देर में फिर कोशिश करें।
foreign-title = यह यहाँ से नहीं आया
foreign-text = फ़ॉर्म बहुत पुराना है, या किसी दूसरे पेज ने भेजा है। वापस जाएँ, पेज फिर से लोड करें और दोबारा कोशिश करें।
me-join = शामिल हों
me-answer = जवाब
me-needs-chat = इसके लिए कुछ भेजना होगा, जो बॉट की चैट में होता है।
me-send = भेजें
me-today = आज
me-none = आप अभी किसी इवेंट में नहीं हैं।
me-done = { $run }
me-open = { $run }, आज बाकी है
me-off = { $run }, आज कुछ नहीं करना
me-check-in = चेक-इन
me-sessions = यहाँ साइन इन हैं
me-unclear = यह समझ में नहीं आया। नीचे से कोई कमांड चुनें, या “/help” भेजें।
me-line = वही लिखें जो आप बॉट को लिखते
logout = साइन आउट
logout-everywhere = हर जगह से साइन आउट
settings = सेटिंग्स
settings-profile = प्रोफ़ाइल
settings-name = नाम
settings-about = अपने बारे में कुछ शब्द
settings-clock = भाषा और समय
settings-language = भाषा
settings-use = इसे लें
settings-day-start = आपका दिन शुरू होता है (06:00 तक)
settings-quiet = शांत समय (खाली: कोई नहीं)
settings-others = दूसरे क्या देखें और करें
settings-hidden = मुझे रैंकिंग और बोर्ड से बाहर रखें
settings-nudges = दूसरे मुझे याद दिला सकते हैं
settings-milestones = मेरी उपलब्धियाँ दूसरों को बताएँ
settings-save = सहेजें
settings-accounts = खाते
settings-link = दूसरा खाता जोड़ने के लिए वहाँ बॉट को “/link” लिखें; अलग करने के लिए “/unlink”।
settings-data = आपका डेटा
settings-export = सब कुछ निर्यात करें
settings-delete = सब कुछ मिटाएँ …
passkeys = पासकी
passkeys-lead = पासकी से आप अपने डिवाइस से साइन इन करते हैं: उँगली की छाप, चेहरे या पिन से।
passkey-make = पासकी बनाएँ
passkey-failed = यह नहीं हो पाया। कुछ नहीं बदला।
sign-in-passkey = पासकी से साइन इन करें
push = सूचनाएँ
push-lead = यह डिवाइस आपके रिमाइंडर दिखाता है, तब भी जब कोई पेज खुला न हो। वे चैट की जगह यहाँ आते हैं।
push-on = मेरे रिमाइंडर इस डिवाइस पर भेजें
push-failed = ब्राउज़र इसकी अनुमति नहीं देता। इस साइट की सूचनाओं को अनुमति दें और फिर कोशिश करें।
push-off = बंद करें
push-since = { $date } से

## Tokens and the API
api-token = इसके लिए एक मान्य टोकन चाहिए: /me/tokens पर बनाएँ और “Authorization: Bearer …” के रूप में भेजें।
api-rate = बहुत अधिक अनुरोध: { $wait } सेकंड में फिर कोशिश करें।
api-lead = प्रोग्राम क्या पूछ और कर सकते हैं। यही, प्रोग्रामों के लिए:
api-token-from = टोकन यहाँ मिलता है:
api-your-token = आपका टोकन (यह इसी टैब में रहता है)
api-body = सामग्री, JSON के रूप में
api-no-script = आज़माने के लिए JavaScript चाहिए; ऊपर के विवरण के लिए नहीं।
api-scope = यह टोकन उसके लिए नहीं है।
api-proof = इस इवेंट में हर चेक-इन के साथ फ़ोटो या फ़ाइल चाहिए; यह चैट में होता है।
api-not-here = यह सिर्फ़ लोगों के लिए है: बॉट के साथ चैट में करें।
me-tokens = प्रोग्रामों के लिए टोकन
tokens-title = प्रोग्रामों के लिए टोकन
tokens-lead = टोकन से कोई प्रोग्राम आपकी ओर से काम करता है। वह क्या पूछ और कर सकता है, यहाँ लिखा है:
tokens-name = नाम
tokens-scope = अनुमति
scope-read = जो आप देखते हैं, वह देखना
scope-write = जो आप कर सकते हैं, वह देखना और करना
scope-calendar = सिर्फ़ आपका कैलेंडर देखना
scope-check-in = सिर्फ़ { $title } में चेक-इन
tokens-made = यह टोकन है। यह सिर्फ़ अभी दिखता है: इसे वहाँ रखें जहाँ कोई और न पढ़े।
tokens-address = जिसके पास यह पता है, वह इसे इस्तेमाल कर सकता है, और कुछ नहीं:
tokens-make = टोकन बनाएँ
tokens-yours = आपके टोकन
tokens-used = पिछला उपयोग { $date }
tokens-unused = कभी उपयोग नहीं हुआ
tokens-drop = वापस लें
tokens-not-made-title = टोकन नहीं बना
tokens-not-made-text = उसे एक नाम और एक अनुमति चाहिए। किसी के पास 50 से ज़्यादा नहीं हो सकते।
check-in-text = { $name } की ओर से चेक-इन करता है।
check-in-done = { $run } · { $title }

## Apps of others
apps = आपके दिए ऐप
apps-lead = आपके प्रोग्राम, जिन्हें दूसरे OAuth 2 से आने दे सकते हैं। इन्हें किसी रहस्य की ज़रूरत नहीं; सब कुछ कहाँ है, यह यहाँ लिखा है:
apps-name = नाम
apps-redirects = लौटने के पते, हर पंक्ति में एक (कोई नहीं: केवल डिवाइसों के लिए)
apps-make = जोड़ें
apps-drop = भूल जाएँ
app-not-made-title = कोई ऐप नहीं बना
app-not-made-text = इसे एक नाम चाहिए, और दस तक पते जो https:// या http://127.0.0.1 से, या org.example.app:/ जैसे अपने नाम से शुरू हों। किसी के पास 20 से अधिक नहीं हो सकते।
consent-title = इसे आने दें?
app-continue = इस नाम से आगे बढ़ें:
consent-text = { $app } { $person } की ओर से काम करना चाहता है।
consent-read = यह वह देख सकेगा जो आप देखते हैं।
consent-write = यह वह देख और कर सकेगा जो आप कर सकते हैं।
consent-back = आगे { $host } पर।
consent-device = तभी हाँ कहें जब आपका डिवाइस अभी { $code } दिखा रहा हो।
consent-maker = { $name } का ऐप
device-out-title = डिवाइस बाहर ही रहा
device-out-text = आपने मना किया, और कुछ नहीं बदला।
consent-yes = आने दें
consent-no = नहीं
app-unknown-title = इस ऐप को कोई नहीं जानता
app-unknown-text = ऐप का पता ग़लत है, या यह यहाँ ज्ञात नहीं। कुछ नहीं हुआ।
device-title = किसी डिवाइस को आने दें
device-text = डिवाइस पर दिख रहा कोड लिखें
device-go = आगे
device-wrong = इस कोड की कोई प्रतीक्षा नहीं कर रहा। फिर देखें, या डिवाइस से नया कोड दिखवाएँ।
device-in-title = डिवाइस आ गया
device-in-text = यहाँ आपका काम पूरा है: वह अपने आप आगे बढ़ेगा। “प्रोग्रामों के लिए टोकन” में आप इसे वापस ले सकते हैं।
device-over-title = इस कोड की अब कोई प्रतीक्षा नहीं
device-over-text = डिवाइस से नया कोड दिखवाएँ।

## Privacy and terms, a paragraph a line
privacy-title = निजता नीति
terms-title = उपयोग की शर्तें
legal-operator = Streaks का यह संस्करण { $name } चलाते हैं।
legal-nobody = Streaks का यह संस्करण चलाने वाले ने यहाँ अपना नाम नहीं दिया है। अपना समुदाय चलाने वालों से पूछें।
legal-contact = संपर्क:
privacy-kept-title = क्या रखा जाता है
privacy-kept-text =
    Discord और Telegram के आपके खातों की आईडी, नाम और भाषा। आप अपने बारे में जो कहते हैं: यहाँ का नाम, कुछ शब्द, रुचियाँ, सेटिंग और टाइमज़ोन। भेजी गई लोकेशन से टाइमज़ोन बनता है, और लोकेशन भुला दी जाती है।
    जो इवेंट आप बनाते हैं और जिनसे जुड़ते हैं, कब जुड़े और कब छोड़ा, आपके चेक-इन उनके समय, मात्रा और नोट के साथ, विराम, मरम्मत, बैज, रिमाइंडर, तालियाँ और इशारे। चेक-इन दिखाने वाली फ़ोटो या फ़ाइल का सिर्फ़ वह नाम जो उसका प्लेटफ़ॉर्म देता है।
    जो आप चालू करते हैं: ईमेल पता, सूचना दिखाने वाले ब्राउज़र, पासकी, टोकन, वे ऐप जिन्हें आप आने देते हैं या देते हैं, और वे ब्राउज़र जिनमें आप साइन इन हैं।
    आयोजक और मॉडरेटर क्या करते हैं, उनकी आईडी के साथ।
privacy-purpose-title = किसलिए
privacy-purpose-text = स्ट्रीक गिनने, लीडरबोर्ड दिखाने, याद दिलाने और आपकी माँगी बातें बताने के लिए। कुछ भी बेचा नहीं जाता, कोई विज्ञापन नहीं है, और दूसरे पेजों पर किसी का पीछा नहीं किया जाता।
privacy-seen-title = इसे कौन देखता है
privacy-seen-text =
    आपके इवेंट के लोग, और जिस समुदाय का इवेंट है उसके लोग, आपका नाम और आपके आँकड़े देखते हैं। आयोजक सभी शामिल लोगों को और सबूत के तौर पर दिखाई गई चीज़ें देखते हैं।
    सबके लिए खुले इवेंट में शामिल लोगों के नाम और आँकड़े एक ऐसे वेब पेज पर दिखते हैं जिसे कोई भी खोल सकता है। सर्च इंजन से उसे छोड़ने को कहा जाता है।
    नोट सिर्फ़ आपके लिए हैं। जो छिपता है वह किसी लीडरबोर्ड पर नहीं होता और उसका कोई पेज नहीं होता।
privacy-passed-title = और किसे मिलता है
privacy-passed-text = Discord और Telegram वहाँ कही बातें अपने नियमों से पहुँचाते हैं। मेल सर्वर ईमेल पहुँचाता है, और आपके ब्राउज़र की पुश सेवा सूचनाएँ पहुँचाती है, जिन्हें सिर्फ़ आपका ब्राउज़र पढ़ सकता है। जिन ऐप को आप आने देते हैं वे वही देखते हैं जिसकी आप अनुमति देते हैं।
privacy-time-title = कितने समय तक
privacy-time-text =
    आप बॉट को जो लिखते हैं: जवाब मिलने तक, या काम न बनने पर सात दिन। बॉट को जो बताना था: 30 दिन। साइन इन: आख़िरी बार आने के 30 दिन बाद तक, ज़्यादा से ज़्यादा 90 दिन। साइन इन के लिंक और खाते जोड़ने के कोड दस मिनट चलते हैं।
    नेटवर्क के पते सिर्फ़ मेमोरी में रहते हैं, ताकि सीमाएँ बनी रहें, और सहेजे नहीं जाते।
    बाकी सब: जब तक आप उसे न मिटाएँ।
privacy-rights-title = आप क्या कर सकते हैं
privacy-rights-text =
    बॉट को /privacy लिखें, या यहाँ अपनी सेटिंग खोलें: आप छिप सकते हैं, हर चीज़ की प्रति फ़ाइल में ले सकते हैं, और सब कुछ मिटा सकते हैं। मिटाना एक हफ़्ते बाद होता है; तब तक आप उसे रोक सकते हैं।
    आपके बनाए इवेंट रहते हैं, क्योंकि उनमें दूसरे लोग हैं, पर आपके बिना। आयोजकों के कामों का रिकॉर्ड भी बिना शब्दों के रहता है।
    आपके खातों की बस एक छाप रहती है, जिससे केवल यह पता चलता है कि वही खाता लौटा या नहीं: जिसे किसी इवेंट से बाहर रखा गया, वह बाहर रहता है, और सीमाएँ लागू रहती हैं।
    बाकी किसी बात के लिए, जैसे कुछ सुधरवाना, ऊपर दिए संपर्क से बात करें।
privacy-cookies-title = कुकी
privacy-cookies-text = एक कुकी आपको साइन इन रखती है। साइन इन करते समय दूसरी कुकी दस मिनट तक याद रखती हैं कि कैसे और किसलिए। इनके अलावा कोई नहीं।
terms-service-title = यह क्या है
terms-service-text = Streaks वह गिनता है जो लोग कहते हैं कि उन्होंने किया। यह जैसा है वैसा ही दिया जाता है: कोई वादा नहीं कि यह हमेशा चलेगा, कभी चूक नहीं करेगा, या कोई संख्या कुछ साबित करती है। यह चिकित्सा या कोई और सलाह नहीं है।
terms-conduct-title = हम एक-दूसरे से कैसे पेश आएँ
terms-conduct-text =
    इसका उपयोग तभी करें जब आपकी जगह और उम्र में Discord या Telegram का उपयोग किया जा सकता हो। उनकी शर्तें भी लागू हैं।
    कुछ भी ग़ैरक़ानूनी, नफ़रत भरा, यौन या नुक़सान पहुँचाने वाला न लिखें, और दूसरों के बारे में वह न लिखें जो वे न चाहें। बॉट पर बोझ न डालें, उसकी सीमाओं से न बचें, और किसी और के नाम से काम न करें।
    आयोजक, मॉडरेटर और यह संस्करण चलाने वाले उसे, और उन्हें, हटा सकते हैं जो इसका पालन न करें।
terms-public-title = दूसरे क्या देखते हैं
terms-public-text = जो किसी इवेंट को सबके लिए खोलता है या ऐसे इवेंट से जुड़ता है, वह सहमत है कि उसके शब्द और शामिल लोगों के नाम और आँकड़े एक ऐसे वेब पेज पर दिखें जिसे कोई भी खोल सकता है।
terms-end-title = यह कैसे ख़त्म होता है
terms-end-text =
    आप कभी भी जा सकते हैं और /privacy से सब कुछ मिटवा सकते हैं। यह संस्करण या इसका कोई हिस्सा बदल या बंद हो सकता है; तब तक आप हर चीज़ की प्रति ले सकते हैं।
    क़ानून जो आपको देता है वह आपका ही रहता है, यहाँ जो भी लिखा हो।
