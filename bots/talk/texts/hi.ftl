# Short, warm, adult. The number first, then one sentence. No guilt, no countdowns.

fault = हमारी तरफ़ कुछ गड़बड़ हो गई। आपका किया सब सुरक्षित है; कृपया थोड़ी देर में फिर कोशिश करें।
fault-again = हमारी तरफ़ कुछ गड़बड़ हो गई। आपको कुछ नहीं करना है: मैं ख़ुद दोबारा कोशिश करता हूँ और नतीजा यहीं बताऊँगा।
fault-over = यह नहीं हो पाया, और मैंने कोशिश बंद कर दी है। दोबारा करने से पहले /streak से देख लें कि यह हुआ था या नहीं।
press-unknown = मैं इस बटन को नहीं समझ पाया। /help दिखाता है कि मैं क्या कर सकता हूँ।
limit-met = यह बहुत जल्दी-जल्दी हो गया: { $when } से मैं फिर सुन रहा हूँ।
limit-wait = कृपया एक पल रुकें।
told-alone = यह सिर्फ़ आपके लिए है: नीचे देखें।
who-are-you = यहाँ यह पता नहीं चल रहा कि आप कौन हैं। कृपया समूह के नाम से नहीं, अपने नाम से लिखें।

## Buttons and choices
button-checkin = ✅ चेक-इन करें
button-undo = वापस लें
button-join = जुड़ें
button-join-titled = { $title } में जुड़ें
button-leaderboard = लीडरबोर्ड
button-page = वेब पर
button-record = क्या किया गया
button-events = इवेंट देखें
button-leave = छोड़ें
button-leave-titled = { $title } छोड़ें
button-more = और जोड़ें
button-other-amount = दूसरी मात्रा
button-share = शेयर करें
button-cheer = 👏 तालियाँ
button-cheer-too = 👏 मेरी भी तालियाँ ({ $n })
button-board = रोज़ का बोर्ड
button-recap = हर हफ़्ते की झलक
button-pin = सम्मान पिन करें
button-picture = चित्र
button-previous = ◀ पीछे
button-next = आगे ▶
button-me = मैं
button-in-week = हफ़्ता
button-in-month = महीना
button-in-all = अब तक
button-window-earlier = « पहले
button-window-later = बाद में »
button-edit = बदलें
button-edit-title = नाम
button-edit-days = कब-कब
button-edit-goal = लक्ष्य
button-edit-tasks = काम
button-edit-text = विवरण
button-edit-ends = आखिरी दिन
button-edit-visibility = किसे दिखे
button-edit-milestones = माइलस्टोन
button-edit-starts = पहला दिन
button-edit-mode = आदत या मुकाबला
button-edit-group = समूह की स्ट्रीक
button-edit-category = विषय
button-edit-emoji = इमोजी
button-edit-proof = सबूत
button-edit-approval = कौन जुड़े
button-edit-clock = घड़ी
button-edit-zone = समय क्षेत्र
button-edit-percent = समूह का हिस्सा
button-edit-unit = इकाई
button-edit-count = गिनने का तरीका
button-edit-need = कितने काम
button-edit-more = और…
button-publish = प्रकाशित करें
button-discard = हटा दें
button-invite = न्योता दें
button-end = समाप्त करें
button-again = अगला दौर
button-revoke = सारे कोड रद्द करें
button-revoke-one = कोड { $n } रद्द करें
button-codes = कोड
button-post-invite = न्योता यहाँ पोस्ट करें
button-invite-link = न्योते का लिंक
button-let-in = { $name } को आने दें
button-turn-down = { $name } को नहीं
button-approve = मंज़ूर करें
button-reject = नामंज़ूर करें
button-resume = ब्रेक समाप्त करें
button-pause = थोड़ा विराम
button-repair = { $day } की भरपाई करें
button-earlier = −1 घंटा
button-later = +1 घंटा
button-snooze = एक घंटे बाद
button-not-today = आज नहीं
button-language = भाषा
button-zone = टाइमज़ोन
button-day-start = दिन की शुरुआत
button-quiet = शांत समय
button-nudges-off = कोई याद न दिलाए
button-nudges-on = याद दिलाने दें
button-cheers-off = तालियाँ नहीं
button-cheers-on = तालियाँ बजाने दें
button-blocks = ब्लॉक किए लोग
button-untell = 🔇 { $title }
button-hear-unseen = जो न दिखे, उसका मौन हटाएँ
button-milestones-off = माइलस्टोन अपने तक रखें
button-milestones-on = मेरे माइलस्टोन बताएँ
button-interests = रुचियाँ
button-link = खाता जोड़ें
button-link-yes = हाँ, दोनों जोड़ें
button-link-me = हाँ, वह मैं हूँ
button-link-not-me = नहीं, वह मैं नहीं
button-unlink = फिर अलग करें
button-unlink-account = { $account } अलग करें
button-privacy = निजता
button-settings = सेटिंग
button-all = सभी कमांड
button-setup = सेटअप करें
button-help = मदद
button-profile = प्रोफ़ाइल
button-profile-edit = बदलें
button-templates = तैयार इवेंट
button-over = पूरे हो चुके
button-own-event = कुछ अपना
button-hide = मुझे छिपाएँ
button-show = मुझे दिखाएँ
button-export = मेरा डेटा निकालें
button-export-table = चेक-इन की तालिका
button-delete = सब कुछ मिटाएँ
button-erase = एक हफ़्ते बाद मेरा सब कुछ मिटाएँ
button-keep = सब कुछ रहने दें
menu-streak = स्ट्रीक देखें
menu-cheer = तालियाँ बजाएँ
word-off = बंद
list-comma = {", "}
list-semicolon = {"; "}
percent-of = { $n }%
button-remind = 20:00 बजे याद दिलाएँ
button-remind-off = रिमाइंडर बंद करें
button-open-private = निजी चैट खोलें
button-time-yes = हाँ, { $time }
button-time-other = नहीं, समय अलग है
button-time-between = इनमें से कोई नहीं
button-location = 📍 मेरी लोकेशन भेजें
button-device = इस डिवाइस का टाइमज़ोन लें
button-matrix = मेरा मैट्रिक्स
button-note = नोट जोड़ें
button-by-current = मौजूदा
button-by-longest = सबसे लंबी
button-by-total = कुल
button-by-consistency = नियमितता
button-by-points = मात्राएँ
choice-today = आज
choice-yesterday = कल
choice-all = सब
choice-one = एक इवेंट
choice-here = यह समुदाय
choice-everywhere = हर जगह
choice-templates = तैयार
choice-quiet = शांत
choice-usual = सामान्य
choice-lively = सक्रिय
choice-week = इस हफ़्ते
choice-month = इस महीने
choice-last_week = पिछले हफ़्ते
choice-last_month = पिछले महीने
choice-consistency = नियमितता
choice-points = मात्राएँ
choice-sum = सब कुछ जोड़कर
choice-max = एक बार की सबसे बड़ी मात्रा
choice-most = एक सीमा, उससे ज़्यादा नहीं
choice-community = सिर्फ़ इस समुदाय के लिए
choice-habit = दोस्तों के बीच एक आदत
choice-contest = मुकाबला: कोई रियायत नहीं
choice-every = हर सदस्य गिना जाता है
choice-anyone = एक सदस्य काफ़ी है
choice-half = हममें से आधे
choice-buddy = दो साथी
choice-none = कोई नहीं
choice-asked = माँगा जाए
choice-over = जो पूरे हो चुके
choice-approved = होस्ट की मंज़ूरी से
choice-yes = हाँ
choice-no = नहीं
choice-pardon = फिर से आने दें
choice-add = जोड़ें
choice-remove = हटाएँ
choice-hide = मुझे छिपाएँ
choice-show = मुझे दिखाएँ
choice-export = मेरा डेटा निकालें
choice-delete = सब कुछ मिटाएँ
choice-keep = सब कुछ रहने दें
choice-dm = निजी मैसेज
choice-channel = यह चैनल
choice-discord = Discord
choice-telegram = Telegram
choice-auto = ऐप के हिसाब से
choice-en = English
choice-de = Deutsch
choice-es = Español
choice-hi = हिन्दी
choice-ja = 日本語
choice-ar = العربية
choice-move = चलना-फिरना
choice-read = पढ़ना
choice-learn = सीखना
choice-health = सेहत
choice-mind = मन
choice-create = कुछ बनाना
choice-home = घर और पैसे
choice-other = कुछ और
choice-mine = मेरे
choice-open = जुड़ने के लिए खुले
choice-public = सबके लिए
choice-invite = सिर्फ़ न्योते से
choice-fixed = सबके लिए एक घड़ी
choice-personal = हर सदस्य की अपनी घड़ी
choice-current = मौजूदा स्ट्रीक
choice-longest = सबसे लंबी स्ट्रीक
choice-total = कुल

## What commands and their parameters are called here: lower case, no blanks
name-start = शुरू
name-code = कोड
name-checkin = चेकइन
name-event = इवेंट
name-amount = मात्रा
name-task = काम
name-note = नोट
name-proof = प्रमाण
name-day = तारीख
name-undo = वापसलें
name-streak = स्ट्रीक
name-user = सदस्य
name-leaderboard = लीडरबोर्ड
name-by = क्रम
name-scope = दायरा
name-period = अवधि
name-matrix = मैट्रिक्स
name-year = साल
name-badges = बैज
name-events = इवेंटसूची
name-show = दिखाएँ
name-search = खोज
name-category = श्रेणी
name-join = जुड़ें
name-leave = छोड़ें
name-create = बनाएँ
name-title = नाम
name-goal = लक्ष्य
name-days = दिन
name-unit = इकाई
name-count = गिनती
name-tasks = कामसूची
name-need = ज़रूरी
name-text = विवरण
name-starts = शुरुआत
name-ends = समाप्ति
name-visibility = दृश्यता
name-mode = प्रकार
name-group = समूह
name-percent = प्रतिशत
name-emoji = इमोजी
name-approval = मंज़ूरी
name-clock = घड़ी
name-zone = ज़ोन
name-edit = बदलें
name-milestones = माइलस्टोन
name-end = समाप्त
name-again = फिर_से
name-invite = न्योता
name-uses = उपयोग
name-review = समीक्षा
name-winners = विजेता
name-announce = घोषणा
name-remind = रिमाइंडर
name-at = समय
name-last = आखिरी
name-here = यहाँ
name-via = माध्यम
name-timezone = टाइमज़ोन
name-cheer = तालियाँ
name-words = शब्द
name-nudge = याद
name-pause = ब्रेक
name-from = कबसे
name-until = कबतक
name-resume = लौटें
name-freeze = फ़्रीज़
name-repair = भरपाई
name-profile = प्रोफ़ाइल
name-name = मेरा_नाम
name-about = परिचय
name-settings = सेटिंग
name-language = भाषा
name-day_start = दिनारंभ
name-quiet = शांत
name-nudges = याददिलाना
name-cheers = तालियाँ_पाना
name-block = ब्लॉक
name-interest = रुचि
name-login = साइनइन
name-link = लिंक
name-unlink = अनलिंक
name-privacy = निजता
name-action = कार्रवाई
name-help = मदद
name-topic = विषय
name-admin = एडमिन
name-setup = सेटअप
name-budget = सूचना
name-board = बोर्ड
name-recap = झलक
name-pin = पिन
name-reason = वजह
name-sure = पक्का
name-amnesty = छूट
name-remove = हटाएँ
name-ban = रोक
name-moderator = मॉडरेटर
name-silence = मौन
name-role = रोल
name-length = लंबाई
name-audit = लॉग
name-record = रिकॉर्ड

group-event-about = इवेंट बनाएँ, बदलें और समाप्त करें
group-admin-about = इस समुदाय को चलाएँ

## Days of the week
weekday-1 = सोमवार
weekday-2 = मंगलवार
weekday-3 = बुधवार
weekday-4 = गुरुवार
weekday-5 = शुक्रवार
weekday-6 = शनिवार
weekday-7 = रविवार

## Months
month-1 = जनवरी
month-2 = फ़रवरी
month-3 = मार्च
month-4 = अप्रैल
month-5 = मई
month-6 = जून
month-7 = जुलाई
month-8 = अगस्त
month-9 = सितंबर
month-10 = अक्टूबर
month-11 = नवंबर
month-12 = दिसंबर

## Rights
right-manager = यह इस जगह को संभालने वालों के लिए है। उनसे कहें।
right-in-group = यह किसी चैनल या समूह में होता है, और उसे संभालने वालों के लिए है।
host-only = यह सिर्फ़ इवेंट चलाने वालों के हाथ में है। होस्ट से कहें।
host-not-member = { $name } अभी { $title } में शामिल नहीं हैं।
host-not-repairable = { $name } का वहाँ ऐसा कुछ नहीं छूटा जिससे स्ट्रीक रुकी हो। /matrix दिन दिखाता है।
person-unknown = { $name } से यहाँ अभी पहचान नहीं हुई है। पहला कमांड आते ही हो जाएगी।
person-several = आपके परिचितों में { $name } नाम के कई लोग हैं। कृपया @ से बताएँ कि किसकी बात है।
person-hidden = { $name } की स्ट्रीक निजी हैं।
silenced-here = इस जगह को संभालने वालों ने यहाँ आपको मौन कर दिया है। निजी चैट में आपका काम हो जाएगा।
silenced-alone = इस जगह को संभालने वालों ने यहाँ आपको मौन कर दिया है, इसलिए यह सिर्फ़ आपको दिख रहा है।

## Which event
event-which = आपका मतलब किस इवेंट से है?
event-which-again = कौन-सा इवेंट: { $titles }? कृपया event: और नाम के साथ फिर से लिखें।
question-of-another = यह सवाल किसी और से था। खुद लिखें, तो आपसे भी पूछा जाएगा।
event-unknown = यह इवेंट (अब) यहाँ नहीं है।
event-not-found = “{ $words }” नाम का कोई इवेंट नहीं मिला। /events से देखें कि क्या-क्या है।
choice-unknown = { $param } के लिए “{ $word }” समझ नहीं आया। इनमें से कोई एक लिखें: { $known }
only-in-private = जवाब तैयार है, पर सबके सामने के लिए नहीं। मेरे साथ निजी चैट खोलें और वहाँ फिर पूछें।
sent-in-private = आपको निजी चैट में भेज दिया गया।
event-none-mine = आप अभी किसी इवेंट में नहीं हैं। /events से देखें कि किनमें जुड़ा जा सकता है।
event-none-open = जुड़ने के लिए अभी कोई इवेंट नहीं है। /event create से पहला इवेंट बनाएँ।

## /start and /help
start-about = नमस्ते कहें और अपनी घड़ी सेट करें
start-code = यहाँ तक लाने वाले लिंक का कोड
start-hello = नमस्ते { $name } 👋 यहाँ स्ट्रीक गिनी जाती हैं: दिन में एक टैप, और सबको दिखता है कि आपका सफ़र कहाँ तक पहुँचा।
help-about = देखें कि यहाँ क्या-क्या हो सकता है
help-meant = क्या आपका मतलब /{ $path } था?
help-unclear = यह समझ नहीं आया। इनमें से कुछ आज़माएँ:
help-intro = दिन में एक टैप से स्ट्रीक चलती रहती है। यहाँ ये कमांड चलते हैं:
help-first = दिन में एक टैप से स्ट्रीक चलती रहती है। शुरुआत के लिए:
help-topic = कौन-सा कमांड समझना है
help-param = • { $name }: { $about }
help-line = **/{ $path }** { $about }
help-web = वेब पर लीडरबोर्ड: { $address }

## /checkin
checkin-about = आज का चेक-इन करें
checkin-event = कौन-सा इवेंट, अगर आप कई में हैं
checkin-note = इसके बारे में दो शब्द
checkin-amount = कितना, जैसे 5 या 2.5 किमी
checkin-task = कौन-सा काम पूरा हुआ
checkin-proof = इसे दिखाने वाली फ़ोटो या फ़ाइल
checkin-day = आज, कल या कोई तारीख, अगर चेक-इन रह गया हो
checkin-noted = **{ $title }** में दर्ज हो गया।
checkin-how-much = कितना ({ $unit })?
checkin-which-task = कौन-सा काम पूरा हुआ?
checkin-bad-day = “{ $words }” कौन-सा दिन है, समझ नहीं आया। आज, कल या 1 मार्च जैसी तारीख लिखकर देखें।
checkin-bad-amount = मात्रा “{ $words }” समझ नहीं आई। 5 या 2.5 जैसी संख्या लिखकर देखें।
checkin-needs-proof = { $title } में कुछ दिखाना होता है। /checkin के साथ फ़ोटो या फ़ाइल भेजें, या इस मैसेज के जवाब में भेजें।
checkin-proof-title = कुछ दिखाएँ
# What an answer to a reminder may say, in lower case, with / between.
checkin-not-counted = **{ $title }** में मात्रा नहीं, चेक-इन गिने जाते हैं। “{ $words }” को नोट के रूप में रखें?
button-as-note = इस नोट के साथ चेक-इन
checkin-reply-unclear = **{ $title }** के लिए चेक-इन करना हो तो “हो गया” लिखें, या नीचे दबाएँ।
checkin-note-ask = **{ $title }** के बारे में दो शब्द?
checkin-note-kept = आपका नोट सहेज लिया गया।
checkin-done = { $span ->
    [week] ✅ **हफ़्ता { $current }** · { $title }
    [month] ✅ **महीना { $current }** · { $title }
    [time] ✅ **लगातार { $current }** · { $title }
    [bonus] ✅ **बोनस** · { $title }
   *[day] ✅ **दिन { $current }** · { $title }
}
checkin-bonus = उस दिन कुछ माँगा नहीं गया था: यह आपके किए में जुड़ता है, स्ट्रीक में नहीं।
checkin-milestone = 🎉 { $run } पूरी।
checkin-to-best = { $left } और, आपके रिकॉर्ड ({ $best }) तक।
checkin-to-milestone = { $left } और, { $run } तक।
checkin-see-you = { $span ->
    [week] अगले हफ़्ते मिलते हैं।
    [month] अगले महीने मिलते हैं।
    [time] अगली बार मिलते हैं।
   *[day] कल मिलते हैं।
}
checkin-counted-for = यह { $day } के लिए गिना गया।
checkin-today-too = आज का भी चेक-इन करें?
checkin-already = { $span ->
    [day] आज का चेक-इन हो चुका है, { $title } का दिन { $current }। वापस लें?
    [bonus] आज का चेक-इन हो चुका है, बोनस के तौर पर: { $title }। वापस लें?
   *[other] आज का चेक-इन हो चुका है: { $title }, { $run }। वापस लें?
}
checkin-part = { $span ->
    [week] ✅ इस हफ़्ते **{ $asked } में से { $done }** · { $title }
   *[other] ✅ इस महीने **{ $asked } में से { $done }** · { $title }
}
checkin-counted = यह **{ $title }** में पहले ही गिना जा चुका है।
checkin-already-yesterday = बीते कल का चेक-इन हो चुका है। { $current ->
    [0] { $title } में आपकी स्ट्रीक अभी { $current } पर है।
   *[other] { $title } में आपकी { $run } है।
}
checkin-all-done = आज का सब पूरा। ✨
checkin-which = इनमें से क्या पूरा हुआ?
checkin-not-in = आप अभी { $title } में शामिल नहीं हैं।
checkin-clock-back = मेरी घड़ी आपके शामिल होने से पहले के समय पर कर दी गई है। इसमें आपकी कोई गलती नहीं है: कृपया { $when } के बाद फिर कोशिश करें।
checkin-before-start = **{ $title }** का पहला दिन { $day } है।
checkin-window-closed = वह दिन अब भरा नहीं जा सकता। इस इवेंट में किसी दिन की भरपाई नहीं होती, होस्ट भी नहीं कर सकते।
clock-in-private = घड़ी और रिमाइंडर सेट करने के लिए मुझे निजी मैसेज भेजें।

## How far one is
progress-count = { $span ->
    [day] आज { $asked } में से { $done } बार।
    [then] { $asked } में से { $done } बार।
    [week] इस हफ़्ते { $asked } में से { $done } बार।
    [month] इस महीने { $asked } में से { $done } बार।
   *[other] इस अवधि में { $asked } में से { $done } बार।
}
progress-metric = { $span ->
    [day] आज { $target } में से { $reached } { $unit }।
    [then] { $target } में से { $reached } { $unit }।
    [week] इस हफ़्ते { $target } में से { $reached } { $unit }।
    [month] इस महीने { $target } में से { $reached } { $unit }।
   *[other] इस अवधि में { $target } में से { $reached } { $unit }।
}
goal-count = { $span ->
    [day] दिन में { $n } बार
    [week] हफ़्ते में { $n } बार
    [month] महीने में { $n } बार
   *[other] हर अवधि में { $n } बार
}
goal-sum = { $span ->
    [day] दिन में कम से कम { $target } { $unit }
    [week] हफ़्ते में कम से कम { $target } { $unit }
    [month] महीने में कम से कम { $target } { $unit }
   *[other] हर अवधि में कम से कम { $target } { $unit }
}
goal-max = { $span ->
    [day] हर दिन एक ही बार में { $target } { $unit }
    [week] हर हफ़्ते एक ही बार में { $target } { $unit }
    [month] हर महीने एक ही बार में { $target } { $unit }
   *[other] हर अवधि में एक ही बार में { $target } { $unit }
}
goal-most = { $span ->
    [day] दिन में ज़्यादा से ज़्यादा { $target } { $unit }
    [week] हफ़्ते में ज़्यादा से ज़्यादा { $target } { $unit }
    [month] महीने में ज़्यादा से ज़्यादा { $target } { $unit }
   *[other] हर अवधि में ज़्यादा से ज़्यादा { $target } { $unit }
}
progress-tasks = { $needed } में से { $done } { $done ->
    [one] काम पूरा
   *[other] काम पूरे
}।
goal-tasks-all = { $all ->
    [one] एक काम
   *[other] सभी { $all } काम
}: { $names }
goal-tasks-any = { $all } में से कोई एक काम: { $names }
goal-tasks-some = { $all } में से { $n } काम: { $names }

## /undo
undo-about = अपना पिछला चेक-इन वापस लें
undo-event = कौन-सा इवेंट
undo-done = वापस ले लिया गया। { $current ->
    [0] { $title } में आपकी स्ट्रीक अभी { $current } पर है।
   *[other] { $title } में आपकी { $run } है।
}

## /streak
streak-about = देखें कि आपकी स्ट्रीक कहाँ है
streak-event = कौन-सा इवेंट; न लिखें तो आपके सारे
streak-line = { $current ->
    [0] **{ $title }**: अभी 0 पर
   *[other] **{ $title }**: { $run }
}
streak-more = रिकॉर्ड { $longest } · कुल { $total } · पिछले { $lately }: { $met }
streak-rates = मज़बूती { $strength }% · नियमितता { $consistency }%
streak-over = **{ $title }** पूरा हुआ। रिकॉर्ड { $longest } · कुल { $total }
streak-part = { $span ->
    [week] इस हफ़्ते { $asked } में से { $done } दिन।
   *[other] इस महीने { $asked } में से { $done } दिन।
}
streak-today-done = { $span ->
    [week] इस हफ़्ते का पूरा है।
    [month] इस महीने का पूरा है।
    [time] इस बार का पूरा है।
   *[day] आज का दिन पूरा है।
}
streak-freezes = { $freezes ->
    [0] अभी कोई फ़्रीज़ नहीं: { $span ->
        [week] हफ़्ता छूटने पर
        [month] महीना छूटने पर
        [time] एक बार छूटने पर
       *[day] दिन छूटने पर
    } स्ट्रीक नए सिरे से शुरू होती है।
    [one] ❄️ एक फ़्रीज़: { $span ->
        [week] एक हफ़्ता छूटने पर
        [month] एक महीना छूटने पर
        [time] एक बार छूटने पर
       *[day] एक दिन छूटने पर
    } भी स्ट्रीक चलती रहेगी।
   *[other] ❄️ { $freezes } फ़्रीज़: { $span ->
        [week] हफ़्ता छूटने पर
        [month] महीना छूटने पर
        [time] एक बार छूटने पर
       *[day] दिन छूटने पर
    } स्ट्रीक तुरंत नहीं रुकेगी।
}
streak-today-open = { $span ->
    [week] यह हफ़्ता अभी खुला है।
    [month] यह महीना अभी खुला है।
    [time] यह अभी खुला है।
   *[day] आज का दिन अभी खुला है।
}
streak-today-rest = आज के लिए कुछ नहीं है।

streak-user = कोई और सदस्य
streak-other = **{ $name }** · { $title }: { $run }, रिकॉर्ड { $longest }, कुल { $total }।
streak-other-none = { $name } ऐसे किसी इवेंट में नहीं हैं जो आपको दिखता हो।

## /matrix
matrix-about = साल भर के दिन देखें
matrix-event = कौन-सा इवेंट
matrix-user = कोई और सदस्य
matrix-year = कोई साल; न लिखें तो पिछले बारह महीने
matrix-summary = **{ $name }** · { $title }: { $span ->
    [week] { $asked ->
        [one] { $asked } हफ़्ते में से { $met }
       *[other] { $asked } हफ़्तों में से { $met }
    }
    [month] { $asked ->
        [one] { $asked } महीने में से { $met }
       *[other] { $asked } महीनों में से { $met }
    }
    [time] { $asked } बार में से { $met }
   *[day] { $asked ->
        [one] { $asked } दिन में से { $met }
       *[other] { $asked } दिनों में से { $met }
    }
}{ $bonus ->
    [0] {""}
   *[other] , { $bonus } बोनस
}। सबसे लंबी स्ट्रीक { $longest }, अभी { $current }।
matrix-lately = { $span ->
    [week] पिछले सात हफ़्ते
    [month] पिछले सात महीने
   *[day] पिछले सात दिन
}: { $marks }
matrix-bad-year = 2000 से इस साल तक के साल देखे जा सकते हैं।

## /year
year-about = किसी साल पर एक नज़र
year-year = साल; जनवरी में न लिखने पर पिछला साल
year-heading = **{ $name } का { $year }**
year-empty = कोई चेक-इन नहीं हुआ।
year-line = **{ $title }**: { $days ->
    [one] एक दिन
   *[other] { $days } दिन
}, { $run }{ $bonus ->
    [0] {""}
   *[other] , { $bonus } बोनस
}
year-sum = कुल { $days ->
    [one] एक दिन
   *[other] { $days } दिन
}।
year-month = सबसे अच्छा महीना: { $month }, { $days ->
    [one] एक दिन
   *[other] { $days } दिन
}।

## /badges
badges-about = देखें कि अब तक क्या-क्या हासिल हुआ
badges-user = कोई और सदस्य
badges-heading = **{ $name } के बैज**
badges-line = **{ $title }**: { $won }
badges-next = { $bar } { $current } / { $next }
badges-none = अभी कोई बैज नहीं। पहला बैज 3 की स्ट्रीक पर मिलता है।
badges-private = { $name } के बैज निजी हैं।
badges-cheers = { $n ->
    [0] 👏 अभी तालियाँ नहीं मिलीं।
    [one] 👏 अब तक एक बार तालियाँ मिलीं।
   *[other] 👏 अब तक { $n } बार तालियाँ मिलीं।
}

## /leaderboard
leaderboard-about = देखें कि कौन कहाँ है
leaderboard-event = कौन-सा इवेंट
leaderboard-by = क्रम किस हिसाब से हो
leaderboard-scope = कौन से इवेंट: एक, इस समुदाय के सभी, या सभी सार्वजनिक
leaderboard-here = 🏆 **इस समुदाय में सबसे आगे**
leaderboard-everywhere = 🏆 **सभी सार्वजनिक इवेंट में सबसे आगे**
leaderboard-at = · { $title }
leaderboard-order = · { $by }
leaderboard-period = यह या पिछला हफ़्ता या महीना, या अब तक का सब
measure-consistency = नियमितता
measure-points = मात्राएँ
leaderboard-in-week = · इस हफ़्ते
leaderboard-in-month = · इस महीने
leaderboard-week-of = · { $day } से शुरू हफ़्ता
leaderboard-month-of = · { $month }
leaderboard-top = आप शीर्ष { $percent }% में हैं।
leaderboard-up = ▲ { $n }, पिछली बार देखने के बाद से
leaderboard-down = ▼ { $n }, पिछली बार देखने के बाद से
leaderboard-group = 👥 समूह: { $run }, रिकॉर्ड { $longest }
leaderboard-group-large = 👥 एक हज़ार से ज़्यादा लोगों के समूह की स्ट्रीक नहीं गिनी जाती
leaderboard-heading = 🏆 **{ $title }** · { $measure }
measure-current = { $span ->
    [week] मौजूदा स्ट्रीक, हफ़्तों में
    [month] मौजूदा स्ट्रीक, महीनों में
   *[day] मौजूदा स्ट्रीक
}
measure-longest = { $span ->
    [week] सबसे लंबी स्ट्रीक, हफ़्तों में
    [month] सबसे लंबी स्ट्रीक, महीनों में
   *[day] सबसे लंबी स्ट्रीक
}
measure-total = { $span ->
    [week] कुल हफ़्ते
    [month] कुल महीने
    [time] कुल बार
   *[day] कुल दिन
}
leaderboard-line = { $rank } { $medal } { $name } — **{ $value }**
leaderboard-line-own = { $rank } { $medal } { $name } — **{ $value }** · आप
leaderboard-gap = …
leaderboard-empty = अभी कोई शामिल नहीं है। पहली जगह खाली है।
leaderboard-empty-then = तब कोई शामिल नहीं था।
leaderboard-page = { $address }

## /events
events-about = इवेंट देखें
events-show = सभी, सिर्फ़ आपके, खुले हुए, पूरे हो चुके, या तैयार
events-search = नाम के शब्द
events-category = यह किस बारे में है
events-likes = ⭐
events-templates = किसी एक पर टैप करें, और वह यहीं शुरू हो जाएगा।
events-mine = **आप इनमें शामिल हैं:**
events-open = **जुड़ने के लिए खुले:**
events-over = **पूरे हो चुके:**
events-none-over = अभी कुछ पूरा नहीं हुआ।
events-line = • { $title } · { $members ->
    [0] अभी कोई नहीं
    [one] 1 व्यक्ति
   *[other] { $members } लोग
}
events-narrow = इवेंट यहाँ की जगह से ज़्यादा हैं। एक और शब्द या विषय से सूची छोटी हो जाएगी, जैसे: /events category:read

## /join and /leave
join-about = किसी इवेंट में जुड़ें
join-event = कौन-सा इवेंट
join-code = सिर्फ़ न्योते वाले इवेंट का कोड
join-done = आप **{ $title }** में शामिल हैं।
join-public = आपका नाम, आपके दिन, आँकड़े और अपने बारे में लिखी आपकी बातें ऐसे वेब पेजों पर दिखती हैं जिन्हें कोई भी खोल सकता है; /privacy से आप छिप सकते हैं।
join-already = आप **{ $title }** में पहले से शामिल हैं।
join-code-unknown = यह कोड (अब) काम नहीं करता। नया कोड माँग लें।
join-overheard = यहाँ और लोग भी पढ़ते हैं, इसलिए यह कोड अब काम नहीं करता। कोड मुझे केवल निजी चैट में लिखें।
join-overheard-asked = मैंने मेज़बान से आपको शामिल करने को कहा है।
join-banned = आपके लिए { $title } में जुड़ना बंद है। इसे चलाने वालों से बात करें।
join-asked = **{ $title }** के होस्ट तक आपका अनुरोध पहुँच गया।
join-asked-public = शामिल होने पर आपका नाम, आपके दिन, आँकड़े और अपने बारे में लिखी आपकी बातें ऐसे वेब पेजों पर दिखेंगी जिन्हें कोई भी खोल सकता है।
join-nobody = आपको शामिल करने वाला अब कोई नहीं है: **{ $title }** का कोई होस्ट नहीं है।
join-full = { $title } में उतने सदस्य हैं जितने यहाँ किसी इवेंट में हो सकते हैं।
join-too-many = यहाँ जितने इवेंट में रहा जा सकता है, आप उतने में हैं: { $n }। पहले किसी एक को छोड़ें।
leave-about = कोई इवेंट छोड़ें
leave-event = कौन-सा इवेंट
leave-sure = { $title } छोड़ें? आपने जो किया वह दर्ज रहेगा, और वापसी कभी भी हो सकती है।
leave-done = आप अब { $title } में नहीं हैं।

## Cards
card-title = **{ $title }**
card-goal = { $goal }
card-days-every = हर { $n } दिन में एक बार
card-days-weekly = { $n ->
    [one] हफ़्ते में एक बार
   *[other] हफ़्ते में { $n } दिन
}
card-days-monthly = { $n ->
    [one] महीने में एक बार
   *[other] महीने में { $n } दिन
}
card-week-start = { $rhythm }, सप्ताह { $day } से शुरू
card-weeks = सप्ताह { $day } से शुरू होता है।
card-days-daily = हर दिन
card-days-weekdays = सोमवार से शुक्रवार
card-days-weekend = शनिवार और रविवार
card-days-some = { $names } को
card-clock-fixed = दिन { $zone } की घड़ी से चलते हैं।
card-public = सार्वजनिक: नाम, दिन और आँकड़े ऐसे वेब पेज पर हैं जिसे कोई भी खोल सकता है।
card-members = { $members ->
    [0] अभी कोई शामिल नहीं है।
    [one] एक व्यक्ति शामिल है।
   *[other] { $members } लोग शामिल हैं।
}
card-group-every = समूह की अपनी एक स्ट्रीक है: हर सदस्य गिना जाता है।
card-group-anyone = समूह की अपनी एक स्ट्रीक है: दिन में एक सदस्य काफ़ी है।
card-group-percent = समूह की अपनी एक स्ट्रीक है: { $percent }% सदस्य काफ़ी हैं।
card-contest = मुकाबला: न फ़्रीज़, न भरपाई, न बाद में कुछ भरना।
card-approval = शामिल होने के लिए मंज़ूरी चाहिए।
card-proof = हर चेक-इन के साथ फ़ोटो या फ़ाइल चाहिए।
card-proof-approved = हर चेक-इन के साथ फ़ोटो या फ़ाइल चाहिए, जिसे होस्ट देखता है।
card-from = { $day } से।
card-until = { $day } तक।
card-clock-personal = दिन हर सदस्य की अपनी घड़ी से चलते हैं।

## /event create and /event announce
create-about = नया इवेंट बनाएँ
create-title = इसका नाम
create-goal = क्या करना है, अपने शब्दों में या गिनकर: 20 पन्ने हर दिन, 20 किमी हर हफ़्ते
create-text = इसके बारे में कुछ शब्द, जो इसके कार्ड पर दिखते हैं
create-goal-short = लक्ष्य, जैसे 20 पन्ने हर दिन
create-days-short = कब-कब: सोम, बुध या हफ़्ते में 3 बार
create-tasks-short = काम, बीच में कॉमा लगाकर
create-percent-short = समूह का प्रतिशत, जैसे 80
create-unit-short = इकाई, जैसे किमी, पन्ने, मिनट
create-need-short = कितने: सब, कोई एक, या एक संख्या
create-unit = इकाई, अगर लक्ष्य कोई संख्या है: किमी, पन्ने, मिनट
create-count = मात्राएँ कैसे गिनी जाएँ
create-tasks = कई काम, कॉमा लगाकर: स्ट्रेचिंग, पानी 2 ली, पढ़ना
create-need = कितने काम ज़रूरी हैं: सब, कोई एक, या एक संख्या
create-starts = पहला दिन: एक तारीख
create-ends = आखिरी दिन: एक तारीख, या 4 हफ़्ते
create-mode = आदत या मुकाबला
create-group = क्या समूह की अपनी स्ट्रीक हो
create-percent = समूह के कितने प्रतिशत लोगों का चेक-इन ज़रूरी है, जैसे 80
create-category = यह किस बारे में है
create-emoji = इसके लिए एक इमोजी
create-proof = क्या चेक-इन के साथ कुछ दिखाना होगा
create-approval = क्या शामिल होने के लिए आपकी मंज़ूरी चाहिए
create-days = रोज़, कामकाजी दिन, सोम बुध शुक्र, हफ़्ते में 3 बार, हर 2 दिन, हर महीने
create-visibility = सबके लिए (नाम एक वेब पेज पर दिखेंगे), इस समुदाय के लिए, या सिर्फ़ न्योते से
create-clock = सबके लिए एक घड़ी, या हर सदस्य की अपनी
create-zone = इवेंट के दिनों का टाइमज़ोन
create-no-title = इसका नाम क्या हो? जैसे: 20 पन्ने पढ़ना
draft-heading = यह मसौदा है। प्रकाशित करने तक यह सिर्फ़ आपको दिखता है।
draft-seen = दृश्यता: { $value }
draft-clock = यहाँ अब तक किसी ने नहीं बताया कि कौन-सी घड़ी मानी जाए: अभी हर दिन { $zone } के समय से आधी रात को ख़त्म होता है। अगर वह आपका समय नहीं, तो प्रकाशित करने से पहले “समय क्षेत्र” पर टैप करें।
draft-public = नाम, दिन और आँकड़े एक ऐसे वेब पेज पर दिखेंगे जिसे कोई भी खोल सकता है; प्रकाशित करने का मतलब है कि आप इससे सहमत हैं।
draft-everybody = यह नामों, दिनों और आँकड़ों के साथ सबको दिखेगा, दूसरी जगहों पर भी; प्रकाशित करने का मतलब है कि आप इससे सहमत हैं।
draft-in-private = आपका मसौदा सिर्फ़ आपके लिए है। आगे बढ़ने के लिए मेरे साथ निजी चैट खोलें।
draft-discarded = हटा दिया गया। इसे किसी ने नहीं देखा।
draft-published = **{ $title }** प्रकाशित है। इसका कार्ड वहीं पोस्ट होगा जहाँ आपने इसे शुरू किया।
draft-published-already = **{ $title }** पहले से प्रकाशित है। /event edit से इसे बदल सकते हैं।
create-bad-tasks = ये काम समझ नहीं आए। बीच में कॉमा लगाकर 20 तक अलग-अलग काम लिखें, और जितने काम हों उनसे ज़्यादा ज़रूरी न रखें।
create-long-task = एक काम में 100 अक्षर तक हो सकते हैं। उसे कम शब्दों में लिखें, और बाकी बात इवेंट के विवरण में।
create-bad-amount = मात्रा “{ $words }” समझ नहीं आई। 20 जैसी संख्या लिखकर देखें।
create-bad-percent = प्रतिशत 1 से 100 के बीच की संख्या है, जैसे 80।
date-which = “{ $words }” से कौन-सा दिन समझें?
date-which-again = “{ $words }” के कई मतलब हो सकते हैं: { $days }। इनमें से एक लिखें।
timezone-limit = आपका समय क्षेत्र एक महीने में चार बार बदल चुका है। अगली बार { $when } को बदल सकते हैं।
repair-too-soon = आपने हाल ही में एक दिन सुधारा था। अगली बार { $when } को हो सकेगा।
sure-about = बिना दोबारा पूछे करें
button-sure = हाँ, करें
button-make-public = हाँ, सार्वजनिक करें
button-make-community = हाँ, उन्हें दिखाएँ
button-tell-here = हाँ, यहाँ पोस्ट करें
sure-again = अगर हाँ, तो अंत में sure:yes जोड़कर फिर से लिखें।
amnesty-sure = **{ $title }** में सबके लिए { $first } से { $last } तक के दिन माफ़ करें? तब छूटे दिनों से कोई स्ट्रीक नहीं टूटेगी, और यह बना रहेगा।
remove-sure = { $name } को **{ $title }** से हटाएँ? जो किया गया, वह बना रहेगा।
ban-sure = { $name } को **{ $title }** से हटाएँ और वापस न आने दें?
remind-add-or-replace = **{ $title }** की याद पहले से { $times } पर दिलाई जाती है। कैसे रखें?
button-times-both = जोड़ें: { $times }
button-times-only = केवल { $times }
left-over = “{ $left }” समझ नहीं आया। इसके बिना यह “{ $rest }” है।
zone-which = “{ $words }” से आपका मतलब कौन सा है?
zone-which-again = “{ $words }” कई समय क्षेत्र हो सकते हैं: { $zones }। कृपया इनमें से एक लिखें।
create-bad-date = तारीख “{ $words }” समझ नहीं आई। 31 दिसंबर या 4 हफ़्ते लिखकर देखें।
create-ends-before = इवेंट शुरू होने से पहले समाप्त नहीं हो सकता। बाद का आखिरी दिन बताएँ।
create-unsound = ये नियम आपस में मेल नहीं खाते। एक साथ कम नियम रखकर देखें।
create-too-many = यहाँ जितने इवेंट चलाए जा सकते हैं, आप उतने चला रहे हैं: { $n }। पहले किसी एक को समाप्त करें।
create-enough = एक दिन के लिए इतना काफ़ी है। अगला इवेंट { $when } से बना सकते हैं।
create-no-community = यहाँ कोई समुदाय नहीं है। इवेंट सबके लिए हो सकता है, या सिर्फ़ न्योते से।
create-bad-days = दिन “{ $days }” समझ नहीं आए। रोज़, कामकाजी दिन, सोम, बुध, शुक्र, हफ़्ते में 3 बार या हर 2 दिन लिखकर देखें।
create-code = सिर्फ़ इस कोड वाले लोग जुड़ सकते हैं: `{ $code }`
    यह एक हफ़्ते तक चलेगा: /join code:{ $code }
create-made-in-private = बन गया। मेरे साथ निजी चैट खोलें: शामिल होने का कोड वहीं है।
edit-about = अपना कोई इवेंट बदलें
edit-event = कौन-सा इवेंट
edit-milestones = स्ट्रीक जो माइलस्टोन मानी जाएँ: 5, 10, 25
edit-ask-title = इसका नाम क्या हो?
edit-ask-days = कब-कब? जैसे: रोज़, सोम बुध शुक्र, या हफ़्ते में 3 बार।
edit-ask-goal = क्या करना है? अपने शब्दों में या गिनकर: 20 पन्ने हर दिन।
edit-ask-tasks = कौन-से काम? बीच में कॉमा लगाकर: स्ट्रेचिंग, पानी 2 ली, पढ़ना।
edit-ask-text = इसके बारे में दो शब्द?
edit-ask-ends = आखिरी दिन कौन-सा है? एक तारीख, या 4 हफ़्ते।
edit-ask-visibility = यह किसे दिखे? सबके लिए खुले इवेंट में शामिल लोगों के नाम, दिन और आँकड़े एक ऐसे वेब पेज पर दिखते हैं जिसे कोई भी खोल सकता है।
edit-ask-visibility-everybody = यह किसे दिखे? सबके लिए खुला इवेंट शामिल लोगों के नामों, दिनों और आँकड़ों के साथ सबको दिखता है, दूसरी जगहों पर भी।
edit-ask-milestones = कौन-सी स्ट्रीक माइलस्टोन मानी जाएँ? जैसे: 5, 10, 25।
edit-take-away = “{ $off }” लिखने से यह हट जाएगा।
edit-done = बदल दिया गया।
edit-public = नाम, दिन और आँकड़े अब एक ऐसे वेब पेज पर हैं जिसे कोई भी खोल सकता है; सार्वजनिक करने का मतलब है कि आप इससे सहमत हैं।
edit-public-sure = **{ $title }** को सार्वजनिक करें? नाम, दिन और आँकड़े एक ऐसे वेब पेज पर दिखेंगे जिसे कोई भी खोल सकता है; हाँ कहने का मतलब है कि आप इससे सहमत हैं।
edit-everybody = यह अब नामों, दिनों और आँकड़ों के साथ सबको दिखता है, दूसरी जगहों पर भी; सार्वजनिक करने का मतलब है कि आप इससे सहमत हैं।
edit-everybody-sure = **{ $title }** को सार्वजनिक करें? यह नामों, दिनों और आँकड़ों के साथ सबको दिखेगा, दूसरी जगहों पर भी; हाँ कहने का मतलब है कि आप इससे सहमत हैं।
edit-community = **{ $place }** में हर कोई अब इसे नामों, दिनों और आँकड़ों के साथ देख सकता है।
edit-community-sure = **{ $title }** को **{ $place }** में सबको दिखाएँ? वे इसे नामों, दिनों और आँकड़ों के साथ देख सकेंगे।
edit-others = { $n ->
    [one] { $n } और व्यक्ति इसमें है या था, और उसे बताया जाएगा।
   *[other] { $n } और लोग इसमें हैं या थे, और हर एक को बताया जाएगा।
}
edit-many = **{ $title }** में इतने लोग हैं या थे कि सबको बताया नहीं जा सकता, इसलिए यह जैसा है वैसा ही रहेगा।
edit-untold = { $n ->
    [one] **{ $title }** के { $n } मौजूदा या पुराने सदस्य को निजी चैट में बताया नहीं जा सकता, इसलिए यह जैसा है वैसा ही रहेगा। जब वे वहाँ मुझे लिखेंगे, तब बताया जा सकेगा।
   *[other] **{ $title }** के { $n } मौजूदा या पुराने सदस्यों को निजी चैट में बताया नहीं जा सकता, इसलिए यह जैसा है वैसा ही रहेगा। जब वे वहाँ मुझे लिखेंगे, तब बताया जा सकेगा।
}
edit-until = बाकी लोगों को पिछले एक दिन में बताया जा चुका है कि **{ $title }** अब ज़्यादा लोगों को दिखता है, इसलिए यह जैसा है वैसा ही रहेगा। { $when } से इसे फिर ज़्यादा लोगों को दिखाया जा सकता है।
edit-owned = **{ $title }** को और लोगों को दिखाना सिर्फ़ उसे बनाने वाले के हाथ में है: उनसे कहें।
edit-next-round = इसका अगला दौर ज़्यादा लोगों के लिए हो सकता है: जब इसका अंत तय हो, उसे /event again से शुरू करें, और किसी के जुड़ने से पहले बदलें कि उसे कौन देखता है।
edit-rules-stand = चेक-इन शुरू हो चुके हैं, इसलिए नियम वही रहेंगे। नाम, शब्द, बाद की समाप्ति और माइलस्टोन अब भी बदले जा सकते हैं।
edit-bad-milestones = 20 तक संख्याएँ लिखें, जैसे 5, 10, 25।
end-about = अपना कोई इवेंट समाप्त करें
end-event = कौन-सा इवेंट
end-sure = { $title } समाप्त करें? आज का दिन गिना जाएगा; सबका किया हुआ बना रहेगा।
end-done = { $title } का आख़िरी दिन { $last } है। नतीजा { $day } को पोस्ट होगा; सबका किया हुआ बना रहेगा।
again-about = किसी इवेंट का अगला दौर शुरू करें
again-event = कौन-सा इवेंट
again-done = **{ $title }** का अगला दौर { $day } से शुरू होगा।
again-not-yet = { $title } का अगला दौर अभी शुरू नहीं हुआ है। इसे चलाने वाले उसे शुरू कर सकते हैं।
again-no-end = { $title } का अभी कोई अंत तय नहीं है। इसे /event end से समाप्त करें और पूरा होने पर फिर शुरू करें।
again-too-many = यहाँ जितने इवेंट चलाए जा सकते हैं, { $title } के होस्ट उतने चला रहे हैं: { $n }। पहले उनमें से किसी एक का समाप्त होना ज़रूरी है।
again-enough = { $title } के होस्ट ने एक दिन के लिए काफ़ी इवेंट बना लिए हैं। अगला दौर { $when } से शुरू किया जा सकता है।
invite-about = लोगों को शामिल करने का कोड बनाएँ
invite-event = कौन-सा इवेंट
invite-days = कोड कितने दिन चले; न लिखें तो 7
invite-uses = कोड से कितने लोग आ सकें; न लिखें तो 100
invite-here = क्या यहाँ सबके लिए न्योता पोस्ट हो
invite-made = **{ $title }** का कोड; यह { $days ->
    [one] एक दिन
   *[other] { $days } दिन
} तक चलेगा, { $uses ->
    [one] 1 व्यक्ति
   *[other] { $uses } लोगों
} के लिए।
    /join code:{ $code }
invite-link = { $address }
invite-post-how = किसी समूह या चैनल में न्योता पोस्ट करने के लिए वहाँ लिखें: /event invite { $title } here:yes
invite-posted = { $name } की ओर से **{ $title }** का न्योता।
invite-codes = **{ $title }** के कोड जो अब भी काम करते हैं:
invite-codes-line = { $n }. { $made } को बना, { $until } तक चलेगा, अभी { $uses ->
    [one] 1 व्यक्ति
   *[other] { $uses } लोगों
} के लिए बाकी।
invite-codes-more = और भी कोड हैं। ये सबसे पुराने हैं।
invite-codes-none = अभी **{ $title }** का कोई कोड काम नहीं करता।
invite-revoked = { $n ->
    [0] कोई कोड था ही नहीं।
    [one] 1 कोड अब काम नहीं करेगा।
   *[other] { $n } कोड अब काम नहीं करेंगे।
}
invite-too-many = { $title } के जितने कोड एक साथ चालू रह सकते हैं, उतने पहले से हैं। पहले कुछ रद्द करें।
invite-bad = कोड 1 से 90 दिन तक, 1 से 1000 लोगों के लिए चलता है।
review-about = लोगों को शामिल करें, और देखें कि कौन इंतज़ार में है
review-event = कौन-सा इवेंट
review-waiting = { $n ->
    [one] { $n } व्यक्ति का शामिल होने का अनुरोध है।
   *[other] { $n } लोगों का शामिल होने का अनुरोध है।
}
review-proofs = { $n ->
    [one] { $n } चेक-इन आपके देखने का इंतज़ार कर रहा है।
   *[other] { $n } चेक-इन आपके देखने का इंतज़ार कर रहे हैं।
}
review-nobody = कोई इंतज़ार में नहीं है।
review-in = { $name } शामिल हैं।
review-out = { $name } को शामिल नहीं किया गया।
review-approved = मंज़ूर। देखने के लिए धन्यवाद।
review-rejected = चेक-इन वापस ले लिया गया, और सदस्य को बता दिया जाएगा।
review-gone = इस पर फ़ैसला पहले ही हो चुका है।
review-too-many = यहाँ जितने इवेंट में रहा जा सकता है, { $name } उतने में हैं, और उन्हें पहले किसी एक को छोड़ना होगा।
announce-about = इवेंट के बोर्ड, माइलस्टोन, सार और नतीजे यहाँ भी पोस्ट करें
announce-event = कौन-सा इवेंट
announce-here = क्या इस चैनल में इसकी खबर आए
announce-done = { $title } के बोर्ड, माइलस्टोन, सार और नतीजे यहाँ पोस्ट होंगे, जो भी /admin setup में चालू हों।
announce-elsewhere = { $title } उसी समुदाय के लिए है जिसमें इसे बनाया गया, और इसकी खबर कहीं और पोस्ट नहीं होती। यहाँ पोस्ट करने के लिए इसे सबके लिए खोलें: /event edit visibility:public
announce-sure = क्या { $title } की खबरें यहाँ पोस्ट हों? यहाँ सब देखेंगे कि इसमें कौन है: रोज़ के बोर्ड, माइलस्टोन, सार और नतीजों में उनके नाम होते हैं।
announce-stopped = { $title } की कोई खबर अब यहाँ पोस्ट नहीं होगी: न बोर्ड, न सार, न माइलस्टोन, न नतीजे, न रिमाइंडर। इसका कार्ड यहाँ से हटा दिया जाएगा।
announce-silenced = { $title } को यहाँ मौन किया गया है। इसे सिर्फ़ इस जगह को संभालने वाले हटा सकते हैं: /admin silence.
announce-private = यह किसी चैनल या समूह में होता है।
announce-guest = मैं इस सर्वर में नहीं हूँ, इसलिए यहाँ अपने आप कुछ पोस्ट नहीं कर सकता। इसे चलाने वाले मुझे जोड़ सकते हैं।
announce-not-yours = न्योते वाले इवेंट की घोषणा चैनल में सिर्फ़ वही कर सकते हैं जिन्होंने उसे बनाया है। उनसे कहें।

## /event winners
winners-about = देखें कि आपके इवेंट में कौन सबसे आगे है
winners-event = कौन-सा इवेंट
winners-heading = **{ $title }** पूरा हुआ। पहले स्थान:
winners-so-far = **{ $title }**, अब तक:
winners-none = **{ $title }** की रैंकिंग में कोई नहीं है।
winners-line = { $rank } · { $name } — { $value } ({ $account })
winners-more = { $n ->
    [one] एक और व्यक्ति इन स्थानों पर है; सब फ़ाइल में हैं।
   *[other] { $n } और लोग इन स्थानों पर हैं; सब फ़ाइल में हैं।
}

## /timezone
timezone-about = अपना टाइमज़ोन सेट करें
timezone-zone = कोई शहर, Asia/Kolkata जैसा ज़ोन, या आपकी घड़ी का समय
timezone-question = क्या आपके यहाँ { $time } बजे हैं?
timezone-now = आपके यहाँ { $time } बजे हैं ({ $zone })।
timezone-which-hour = आपकी घड़ी में क्या समय है? आप /timezone के साथ अपना शहर भी लिख सकते हैं।
timezone-hour = यहाँ { $time } बजे हैं
timezone-location = टेक्स्ट बॉक्स के नीचे वाला बटन दबाएँ। जगह से बस टाइमज़ोन पता किया जाता है, जगह तुरंत भुला दी जाती है।
timezone-which-city = इनमें से सबसे पास कौन-सा है?
timezone-set = ठीक है। आपका दिन { $zone } के समय से आधी रात को पूरा होता है।
timezone-set-early = ठीक है। आपका दिन { $zone } के समय से { $time } बजे पूरा होता है।
timezone-set-fixed = ठीक है, { $zone }। **{ $title }** { $clock } की घड़ी से चलता है: उसका दिन आपके यहाँ { $time } बजे पूरा होता है।
timezone-open = आज का दिन भी गिना जाएगा।
timezone-unknown = “{ $words }” समझ नहीं आया। कोई शहर, Asia/Kolkata जैसा ज़ोन, या अपनी घड़ी का समय लिखकर देखें।

## /remind
remind-about = जो अभी खुला है उसका रिमाइंडर पाएँ
month-of-year = { $month } { $year }
remind-at = समय, जैसे 8pm, या 8:00, 20:00; या बंद
remind-days = सिर्फ़ कुछ दिन, जैसे सोम, बुध
remind-via = रिमाइंडर कहाँ आए
remind-last = स्ट्रीक रुकने से पहले एक बार और लिखना है या नहीं
remind-only-on = सिर्फ़ { $names } को।
remind-snoozed = तब भी खुला हुआ, तो एक घंटे बाद फिर याद दिलाया जाएगा।
remind-snooze-late = दिन उससे पहले ही पूरा हो जाएगा। कल एक नया दिन है।
remind-snooze-quiet = वह आपके शांत समय में पड़ेगा।
remind-not-today = आज { $title } के लिए और रिमाइंडर नहीं आएँगे।
remind-none-today = आज और रिमाइंडर नहीं आएँगे।
remind-event = कौन-सा इवेंट
remind-set = { $time } बजे { $title } का रिमाइंडर आएगा, अगर तब तक पूरा न हुआ हो।
remind-next = अगली बार: { $when }
remind-then = · { $when }
remind-last-call = अगर स्ट्रीक रुकने वाली हो, तो दो घंटे पहले एक बार और लिखा जाएगा।
remind-in-quiet = { $from } से { $to } तक आपके कहे मुताबिक शांति रहती है: तब सिर्फ़ आखिरी याद आ सकती है।
remind-none = { $title } के लिए अभी कोई रिमाइंडर नहीं। कब याद दिलाया जाए?
remind-off = { $title } के रिमाइंडर अब बंद हैं।
remind-no-way = आपके लिखने से पहले आपको मैसेज नहीं भेजा जा सकता। मेरे साथ निजी चैट खोलें, फिर दोबारा कहें।
remind-not-linked = वहाँ अभी आपका खाता नहीं जुड़ा है। /link दोनों खातों को एक कर देता है।
remind-not-here = यह इवेंट सबके सामने के लिए नहीं है। इसके बारे में सिर्फ़ निजी चैट में लिखा जाता है: /remind via:dm
remind-not-told = { $title } की खबर यहाँ पोस्ट नहीं होती, इसलिए यहाँ उसकी याद भी नहीं दिलाई जाती। इवेंट या इस जगह को चलाने वाले इसे /event announce से बदल सकते हैं; /remind via:dm सिर्फ़ आपको लिखता है।
way-closed = { $platform } पर आपको निजी मैसेज नहीं भेजा जा सका। मुझे वहाँ मैसेज भेजें, या दूसरा रास्ता चुनें: /remind via:channel
remind-which-time = “{ $words }” सुबह या शाम?
remind-bad-time = समय “{ $words }” समझ नहीं आया। 20:00, 8pm या बंद लिखकर देखें।

## /cheer and /nudge
cheer-about = किसी के लिए तालियाँ बजाएँ, दिन में एक बार
cheer-user = किसने अच्छा किया
cheer-words = आपके अपने दो शब्द
cheer-whom = तालियाँ किसके लिए? किसी का नाम लिखें, या उनके किसी मैसेज का जवाब दें।
cheer-self = तालियाँ किसी और के लिए होती हैं।
cheer-done = 👏 **{ $from }** की ओर से **{ $to }** के लिए तालियाँ।
cheer-quote = “{ $words }”
cheer-sent = आपकी तालियाँ { $to } तक पहुँच गईं।
cheer-kept = आपकी तालियाँ दर्ज हैं, पर { $to } को मैसेज नहीं भेजा जा सकता।
cheer-again = { $to } के लिए आज आपकी तालियाँ बज चुकी हैं। कल फिर मौका है।
cheer-off = { $name } ने तालियाँ बंद रखी हैं।
cheer-not-here = { $name } के बारे में यहाँ कुछ पोस्ट नहीं होता। निजी चैट में तालियाँ बजाएँ, वे पहुँचा दी जाएँगी।
nudge-about = किसी दोस्त को याद दिलाएँ, दिन में एक बार
nudge-user = किसे याद दिलाना है
nudge-event = कौन-सा इवेंट
nudge-whom = किसे याद दिलाया जाए? किसी का नाम लिखें, या उनके किसी मैसेज का जवाब दें।
nudge-self = याद दिलाना किसी और के लिए होता है।
nudge-sent = आपकी बात { $name } तक पहुँच गई।
nudge-again = आपने { $name } को आज याद दिला दिया है। दोस्ती में एक बार काफ़ी है।
nudge-off = { $name } ने याद दिलाना बंद रखा है।
nudge-nothing = { $name } के साथ आपका ऐसा कुछ नहीं है जो अभी खुला हो।
nudge-no-way = { $name } को मैसेज नहीं भेजा जा सकता, जब तक वे पहले यहाँ मैसेज न भेजें।

## /pause, /resume, /freeze and /repair
pause-about = कुछ दिन का ब्रेक लें; स्ट्रीक आपका इंतज़ार करेगी
pause-event = कौन-सा इवेंट
pause-from = ब्रेक का पहला दिन; न लिखें तो आने वाला कल
pause-until = ब्रेक का आखिरी दिन: एक तारीख, या 2 हफ़्ते
pause-days = { $n } दिन
pause-how-long = { $title } से कितने दिन का ब्रेक? यह कल से शुरू होगा।
pause-done = { $first } से { $last } तक { $title } से आपका ब्रेक है। स्ट्रीक आपका इंतज़ार करेगी।
pause-not-here = इस इवेंट में ब्रेक नहीं होता।
resume-about = ब्रेक पूरा होने से पहले लौटें
resume-event = कौन-सा इवेंट
resume-done = आपका फिर से स्वागत है। { $title } कल से आपके लिए फिर गिना जाएगा।
freeze-about = देखें कि छूटे दिन को क्या संभालता है
freeze-event = कौन-सा इवेंट
freeze-state = ❄️ **{ $title }**: { $freezes ->
    [0] कोई फ़्रीज़ नहीं
    [one] 1 फ़्रीज़
   *[other] { $freezes } फ़्रीज़
}, ज़्यादा से ज़्यादा { $cap }। हर फ़्रीज़ { $span ->
    [week] एक छूटे हफ़्ते
    [month] एक छूटे महीने
    [time] एक छूटी बार
   *[day] एक छूटे दिन
} को अपने-आप संभाल लेता है।
freeze-next = { $span ->
    [week] { $left } हफ़्ते और
    [month] { $left } महीने और
    [time] { $left } और
   *[day] { $left } दिन और
}, अगले फ़्रीज़ तक।
freeze-spent = { $span ->
    [week] { $n ->
        [one] अब तक { $n } छूटा हफ़्ता फ़्रीज़ ने संभाला।
       *[other] अब तक { $n } छूटे हफ़्ते फ़्रीज़ ने संभाले।
    }
    [month] { $n ->
        [one] अब तक { $n } छूटा महीना फ़्रीज़ ने संभाला।
       *[other] अब तक { $n } छूटे महीने फ़्रीज़ ने संभाले।
    }
    [time] अब तक फ़्रीज़ ने { $n } बार संभाला।
   *[day] { $n ->
        [one] अब तक { $n } छूटा दिन फ़्रीज़ ने संभाला।
       *[other] अब तक { $n } छूटे दिन फ़्रीज़ ने संभाले।
    }
}
freeze-not-here = इस इवेंट में फ़्रीज़ नहीं होते।
repair-about = किसी छूटे दिन की भरपाई करें
repair-event = कौन-सा इवेंट
repair-day = कौन-सा दिन; न लिखें तो पिछला छूटा दिन
repair-which = { $span ->
    [week] आपकी स्ट्रीक { $day } तक के हफ़्ते पर रुकी थी। उस हफ़्ते की भरपाई करें?
    [month] आपकी स्ट्रीक { $day } तक के महीने पर रुकी थी। उस महीने की भरपाई करें?
   *[day] आपकी स्ट्रीक { $day } पर रुकी थी। उस दिन की भरपाई करें?
} इससे स्ट्रीक बनी रहेगी, गिनती नहीं बढ़ेगी।
repair-done = ◇ भरपाई हो गई। **{ $title }**: { $run }।
repair-nothing = भरपाई के लिए कुछ नहीं है।

## /profile
profile-about = देखें और बदलें कि आप यहाँ कौन हैं
profile-name = आप क्या कहलाना चाहते हैं; खाते के नाम के लिए बंद
profile-says = अपने बारे में कुछ शब्द; हटाने के लिए बंद
profile-name-short = नाम
profile-says-short = आपके बारे में
profile-user = कोई और सदस्य
profile-ask = आप यहाँ कौन हैं?
profile-heading = **{ $name }**
profile-quote = “{ $about }”
profile-likes = पसंद: { $names }
profile-sum = { $n ->
    [0] अभी कोई इवेंट नहीं
    [one] एक इवेंट
   *[other] { $n } इवेंट
} · रिकॉर्ड { $longest } · कुल { $total }

## /settings
settings-about = भाषा, घड़ी, शांत समय और बाकी सेटिंग
settings-language = आपसे किस भाषा में बात हो
settings-day-start = आपका दिन कब शुरू हो, 0 से 6 बजे के बीच
settings-quiet = बिना रिमाइंडर का समय, जैसे 22-7, या बंद
settings-nudges = क्या दोस्त आपको याद दिला सकते हैं
settings-cheers = क्या दोस्त आपके लिए तालियाँ बजा सकते हैं
settings-milestones = क्या आपके माइलस्टोन दूसरों को बताए जाएँ
settings-block = किसकी तालियाँ और याद दिलाना ब्लॉक करें
settings-interest = आपकी कोई पसंद; हटाने के लिए दोबारा चुनें
settings-heading = **{ $name } की सेटिंग**
settings-line-language = भाषा: { $value }
settings-line-zone = टाइमज़ोन: { $value }
settings-line-day = आपका दिन शुरू होता है: { $value }
settings-line-quiet = शांत समय: { $value }
settings-line-nudges = दोस्त याद दिला सकते हैं: { $value }
settings-line-cheers = दोस्त तालियाँ बजा सकते हैं: { $value }
settings-line-milestones = माइलस्टोन बताए जाते हैं: { $value }
settings-line-shown = लीडरबोर्ड पर: { $value }
settings-line-account = { $platform }: { $name }, { $day } से
settings-none = कोई नहीं
settings-which-language = कौन-सी भाषा?
settings-which-interests = आपको क्या पसंद है? जितने चाहें उतने पर टैप करें।
settings-which-day-start = आपका दिन कब शुरू होता है?
settings-which-quiet = शांत समय कब हो?
settings-language-set = ठीक है, अब से हिन्दी में बात होगी।
settings-day-start-set = अब आपका दिन { $time } बजे शुरू होता है। जिन इवेंट में हर सदस्य की अपनी घड़ी चलती है, उनमें उससे पहले जो किया, वह पिछले दिन में गिना जाएगा।
settings-bad-day-start = दिन 00:00 और 06:00 के बीच शुरू हो सकता है।
settings-quiet-set = { $from } से { $to } तक शांति रहेगी।
settings-quiet-off = शांत समय अब बंद है।
settings-bad-quiet = यह समय समझ नहीं आया। 22-7 या बंद लिखकर देखें।
settings-nudges-on = दोस्त आपको याद दिला सकते हैं।
settings-nudges-off = अब कोई आपको याद नहीं दिला सकता।
settings-cheers-on = दोस्त आपके लिए तालियाँ बजा सकते हैं।
settings-cheers-off = अब कोई आपके लिए तालियाँ नहीं बजा सकता।
settings-block-self = आप खुद को ब्लॉक नहीं कर सकते।
settings-blocked = { $name } ब्लॉक हैं: उनकी तालियाँ और याद दिलाना अब आप तक नहीं पहुँचेंगे, और उन्हें बताया नहीं जाता। /settings दिखाता है कि किसे ब्लॉक किया है, और वहीं हटाता है।
settings-blocks-full = आप पहले ही सौ लोगों को ब्लॉक कर चुके हैं। पहले किसी एक को हटाएँ: { $name } ब्लॉक नहीं हैं।
settings-blocks = { $n ->
    [0] आपने किसी को ब्लॉक नहीं किया है। इसके लिए /settings block: के साथ नाम लिखें।
    [one] आपने एक व्यक्ति को ब्लॉक किया है। टैप करने से हट जाएगा।
   *[other] आपने { $n } लोगों को ब्लॉक किया है। टैप करने से हट जाएगा।
}
settings-milestones-on = आपके माइलस्टोन दूसरों को बताए जाते हैं।
settings-milestones-off = आपके माइलस्टोन आप तक रहेंगे। बैज और रोल पहले की तरह मिलेंगे।
language-name = हिन्दी

## /link, /unlink and /privacy
login-about = वेब पर साइन इन करें
login-made =
    वेब पर साइन इन करने के लिए यह लिंक दस मिनट के भीतर खोलें:
    { $address }
    यह केवल आपके लिए है: जो इसे खोलेगा, वह आपके नाम से साइन इन होगा।
link-about = Discord और Telegram पर एक ही पहचान रखें
link-code = दूसरी तरफ़ आपको मिला कोड
link-made = दस मिनट के अंदर दूसरी तरफ़ मुझे निजी चैट में /link “{ $code }” लिखें। फिर मैं यहाँ एक बार और पूछूँगा, और आपके हाँ कहने पर दोनों खाते एक व्यक्ति बन जाएँगे।
link-unknown = यह कोड (अब) काम नहीं करता। कोड दस मिनट तक चलते हैं: /link से नया मिलता है।
link-preview = आपकी सहमति हो तो यह खाता **{ $name }** के साथ एक हो जाएगा, और आपके बारे में जो मैं रखता हूँ वह सब साझा होगा।
link-moved = साथ आएँगे: { $titles }
link-shared = दोनों में: { $titles }। चेक-इन जोड़ दिए जाएँगे; जो दिन दोनों में हो, वह एक बार गिना जाएगा।
link-contests = दोनों का एक मुकाबला: { $titles }। वहाँ कुछ जोड़ा नहीं जाता: वही पक्ष गिना जाएगा जो अब भी उसमें है, नहीं तो वह जिसने कोड बनाया।
link-unseen = { $n ->
    [one] इसमें एक ऐसा इवेंट भी है जो आपको यहाँ नहीं दिखता।
   *[other] इसमें { $n } ऐसे इवेंट भी हैं जो आपको यहाँ नहीं दिखते।
}
link-keeps = घड़ी तब { $zone } होगी। चुनी हुई भाषा और सेटिंग बिना चुनी से पहले आती है; दोनों ने चुनी हो तो कोड बनाने वाला पक्ष तय करता है, और निजता में ज़्यादा सख़्त पसंद चलेगी।
link-done = हो गया। अब से आप दोनों जगह **{ $name }** हैं। अगर यह ग़लत है, तो खातों को फिर अलग कर दें।
link-overheard = यहाँ और लोग भी पढ़ते हैं, इसलिए यह कोड अब काम नहीं करता। वहाँ /link से नया कोड बनाएँ और मुझे निजी चैट में लिखें।
link-asked = लगभग हो गया। अब { $platform } पर हाँ कहें, जहाँ कोड बना था: मैंने वहाँ पूछा है, और /link भी सवाल दिखाता है। यह एक घंटे तक रुकेगा।
link-question = { $platform } पर **{ $name }** का कहना है कि वे आप हैं। हाँ कहने पर दोनों खाते एक व्यक्ति बन जाएँगे और आपके बारे में जो मैं रखता हूँ वह सब साझा होगा। क्या वे आप हैं?
link-refused = अच्छा हुआ कि मैंने पूछ लिया। कुछ नहीं जोड़ा गया।
link-over = इसका (अब) कोई इंतज़ार नहीं कर रहा। /link से फिर शुरू करें।
link-same-platform = कुछ नहीं जोड़ा गया: दोनों तरफ़ { $platform } पर खाता है, और एक व्यक्ति का हर प्लेटफ़ॉर्म पर एक ही खाता होता है। दूसरे प्लेटफ़ॉर्म का खाता जोड़ें, या जो यहाँ का नहीं है उसे पहले /unlink से अलग करें।
link-erasure = कुछ नहीं जोड़ा गया: एक पक्ष ने सब कुछ मिटाने को कहा है। पहले /privacy से उसे रद्द करें, या पूरा होने तक रुकें।
link-in-contests = कुछ नहीं जोड़ा गया: दोनों तरफ़ { $titles } में भागीदारी है, और मुकाबले में दो नतीजे एक नहीं बनते। पहले एक तरफ़ /leave से बाहर आएँ, फिर दोबारा जोड़ें।
unlink-about = इस खाते को दूसरे खाते से अलग करें
unlink-done = यह खाता अब अलग है। अब तक जो हुआ, वह { $name } के पास रहेगा।
unlink-done-back = यह खाता अब अलग है, उसके साथ जो वह लाया था और जो तब से उससे हुआ। बाकी { $name } के पास रहेगा।
unlink-done-other = { $platform } पर { $account } अब अलग है। अब तक का सब { $name } के पास रहेगा।
unlink-done-other-back = { $platform } पर { $account } अब अलग है, उसके साथ जो वह लाया था और जो तब से वहाँ हुआ। बाकी { $name } के पास रहेगा।
unlink-which = कौन-सा खाता अलग हो? वह नए सिरे से शुरू होगा; अब तक का सब { $name } के पास रहेगा।
unlink-which-back = कौन-सा खाता अलग हो? उसे वह सब वापस मिलेगा जो वह जुड़ते समय लाया था, और जो तब से वहाँ हुआ; बाकी { $name } के पास रहेगा। जहाँ दोनों थे, वहाँ हर पक्ष अपने चेक-इन रखेगा।
unlink-sure = { $platform } पर **{ $account }** को अलग करें? यह खाता नए सिरे से शुरू होगा; अब तक का सब { $name } के पास रहेगा।
unlink-sure-back = { $platform } पर **{ $account }** को अलग करें? उसे वह सब वापस मिलेगा जो वह जुड़ते समय लाया था, और जो तब से वहाँ हुआ; बाकी { $name } के पास रहेगा। जहाँ दोनों थे, वहाँ हर पक्ष अपने चेक-इन रखेगा।
unlink-ends = उसके बाद दोनों खाते वेब पर साइन आउट हो जाते हैं: सत्र, पासकी, कैलेंडर के लिंक, प्रोग्रामों के टोकन और ब्राउज़र की सूचनाएँ ख़त्म हो जाती हैं। जुड़ने के बाद पुष्ट किया गया ई-मेल पता और दिए गए ऐप भी भुला दिए जाते हैं: कोई नहीं जानता कि वे किस पक्ष के हैं।
unlink-both = दूसरों के लगाए प्रतिबंध, मौन और ब्लॉक दोनों पर लागू रहते हैं, और छिपे रहना और हर दूसरी ज़्यादा सख़्त पसंद भी। जुड़ने के बाद के विराम, फ़्रीज़ और घड़ी के बदलाव दोनों पक्षों के पास रहते हैं। जुड़ते समय जो ई-मेल पता हट गया था, उसे फिर से बताना होगा।
unlink-only = आपका यही एक खाता है। /privacy से सब कुछ मिटाया जा सकता है।
privacy-about = क्या रखा जाता है, कौन देखता है, और सब मिटाना
privacy-action = क्या करना है
privacy-text = **निजता।** यहाँ आपके खातों के नाम और आईडी, आपकी घड़ी और सेटिंग, आपके इवेंट, आपके चेक-इन उनकी मात्रा और नोट के साथ, चेक-इन दिखाने वाली फ़ोटो या फ़ाइल (आयोजक के जाँचने तक), आपकी तालियाँ, आपके ब्लॉक किए लोग, और आपका ईमेल पता (अगर आप दें) रखे जाते हैं: स्ट्रीक गिनने और याद दिलाने के लिए, और किसी काम के लिए नहीं। आपके इवेंट के लोग, और जिस समुदाय का इवेंट है उसके लोग, आपका नाम, आपके आँकड़े, आपका हर दिन और जो आप अपने बारे में कहते हैं वह देखते हैं; सबके लिए खुले इवेंट में यह सब एक ऐसे वेब पेज पर दिखता है जिसे कोई भी खोल सकता है। नोट सिर्फ़ आपके लिए हैं। आप छिप सकते हैं, हर चीज़ की प्रति ले सकते हैं, या सब कुछ मिटा सकते हैं।
privacy-page = पूरी नीति: { $address } · शर्तें: { $terms }
privacy-hidden = आप अब किसी लीडरबोर्ड पर नहीं हैं। आपकी स्ट्रीक चलती रहेंगी।
privacy-shown = आप अपने इवेंट के लीडरबोर्ड पर हैं।
privacy-shown-pages = आपका नाम, आपके दिन और आँकड़े इनके पेजों पर दिखते हैं: { $titles }
privacy-shown-everybody = आपका नाम, आपके दिन और आँकड़े इनमें सबको दिखते हैं: { $titles }
privacy-shown-community = आपका नाम, आपके दिन और आँकड़े हर इवेंट की जगह के सब लोगों को दिखते हैं: { $titles }
privacy-shown-left = जिस समय आप शामिल थे, उसके नतीजों में आपका नाम आ सकता है: { $titles }
privacy-shown-more = { $titles } और { $n } अन्य
privacy-export = आपके बारे में जो कुछ रखा गया है, सिवाय आयोजक की जाँच के इंतज़ार में पड़ी फ़ाइल और रास्ते के संदेशों के:
privacy-table = आपके चेक-इन, तालिका में:
privacy-sure = आपके बारे में सब कुछ मिटाएँ? आपकी स्ट्रीक, बैज और सेटिंग एक हफ़्ते बाद हमेशा के लिए मिट जाएँगी। चैट में जो बातें मैंने कही हैं वे वहीं रहती हैं; उन्हें चलाने वाले उन्हें मिटा सकते हैं।
privacy-planned = { $day } को आपके बारे में सब कुछ मिटा दिया जाएगा। तब तक इसे रोका जा सकता है।
privacy-kept = ठीक है। सब कुछ बना रहेगा।
privacy-unplanned = कुछ भी मिटाना तय नहीं है। जो पहले ही मिट चुका है, वह वापस नहीं आएगा।

## /admin
admin-user = कौन
admin-event = कौन-सा इवेंट
admin-reason = क्यों; यह दर्ज रहेगा
admin-whom = किसकी बात है? किसी का नाम लिखें, या उनके किसी मैसेज का जवाब दें।
setup-about = इस समुदाय की पसंद देखें और बदलें
setup-zone = इस समुदाय का टाइमज़ोन
setup-language = यहाँ की पोस्ट किस भाषा में हों
setup-budget = बिना पूछे कितना बताया जाए
setup-board = क्या हर दिन का बोर्ड हो
setup-recap = क्या हर हफ़्ते की झलक हो
setup-pin = बड़ी स्ट्रीक और नतीजे पिन हों या नहीं (Telegram)
setup-heading = **यह समुदाय**
setup-line-budget = कितना बताया जाता है: { $value }
setup-budget-quiet = शांत — झलकियाँ, नतीजे और बड़े माइलस्टोन
setup-budget-usual = सामान्य — झलकियाँ, शुरुआत, नतीजे और जो माइलस्टोन यहाँ कम होते हैं, एक साथ
setup-budget-lively = सक्रिय — सारे माइलस्टोन, तुरंत
setup-line-board = हर दिन का बोर्ड: { $value }
setup-line-recap = हर हफ़्ते की झलक: { $value }
setup-line-pin = बड़ी स्ट्रीक और नतीजे पिन होते हैं: { $value }
setup-told = { $n ->
    [one] यहाँ एक इवेंट की खबर पोस्ट होती है: { $titles }
   *[other] यहाँ { $n } इवेंट की खबर पोस्ट होती है: { $titles }
}
setup-full = आज यहाँ इतना पोस्ट हुआ कि बोर्ड, माइलस्टोन और रिमाइंडर { $when } तक छोड़ दिए जाएँगे।
setup-pin-telegram-only = सम्मान सिर्फ़ Telegram पर पिन होते हैं। यहाँ माइलस्टोन पर रोल मिल सकता है: /admin role
setup-right = ✓ { $name }
setup-right-missing = ✗ { $name } की अनुमति नहीं है।
setup-closed = ✗ { $place } में लिखने की अनुमति नहीं है। उसे देखने और संदेश भेजने की अनुमति दें, फिर वहाँ कोई कमांड चलाएँ।
setup-fix-discord = यह अनुमति वे दे सकते हैं जो यहाँ रोल मैनेज करते हैं: सर्वर सेटिंग → रोल → मेरा रोल, या सिर्फ़ इस चैनल के लिए: चैनल एडिट करें → अनुमतियाँ।
setup-fix-telegram = यह अनुमति वे दे सकते हैं जो यहाँ एडमिन जोड़ सकते हैं: ग्रुप की जानकारी → एडिट → एडमिन → मेरा नाम।
permission-view = चैनल देखें
permission-send = मैसेज भेजें
permission-threads = थ्रेड में मैसेज भेजें
permission-attach = फ़ाइलें अटैच करें
permission-history = मैसेज हिस्ट्री पढ़ें
permission-roles = रोल मैनेज करें
permission-pin = संदेश पिन करना
admin-repair-about = किसी सदस्य के छूटे दिन की भरपाई करें
admin-repair-day = दिन: एक तारीख या कल
admin-repaired = ◇ { $name } के लिए { $day } की भरपाई हो गई। अब { $run }।
take-back-about = किसी सदस्य का चेक-इन वापस लें
take-back-day = दिन: एक तारीख, आज या कल
take-back-done = { $name } ने { $day } को जो चेक-इन किया, वह वापस लिया गया। अब { $run }।
take-back-nothing = { $name } ने { $day } को कुछ चेक-इन नहीं किया। /matrix दिन दिखाता है।
amnesty-about = सबको कुछ दिनों की छूट दें
amnesty-from = पहला दिन
amnesty-from-which = **{ $title }** में किस दिन से सबको छूट मिले? जैसे: from:1 मार्च
amnesty-until = आखिरी दिन; न लिखें तो पहला ही
amnesty-ends-before = आखिरी दिन पहले दिन से पहले का है। बाद का दिन बताएँ।
amnesty-done = { $title } में { $first } से { $last } तक सबको छूट है। उन दिनों रुकी स्ट्रीक आगे चलती रहेंगी।
remove-about = किसी को इवेंट से हटाएँ
remove-ban = क्या आगे भी आने से रोका जाए
remove-done = { $name } अब { $title } में नहीं हैं।
remove-banned = { $name } अब { $title } में नहीं हैं, और दोबारा जुड़ना बंद है।
remove-pardoned = { $name } के लिए { $title } फिर से खुला है।
moderator-about = देखें और चुनें कि इसे चलाने में कौन मदद करे
moderator-action = जोड़ें या हटाएँ
moderator-list = { $n ->
    [0] अभी कोई मॉडरेटर नहीं। /admin moderator के साथ नाम देने से बनते हैं।
    [one] 1 मॉडरेटर: { $names }
   *[other] { $n } मॉडरेटर: { $names }
}
moderator-added = { $name } अब इस समुदाय को चलाने में मदद के लिए मॉडरेटर हैं, केवल इसी के भीतर: निजी चैट या वेब पर नहीं।
moderator-on-discord = Discord पर सर्वर का प्रबंधक मॉडरेटरों को /admin की अनुमति देता है: Server Settings → Integrations → मेरा नाम।
moderator-removed = { $name } अब मॉडरेटर नहीं हैं।
silence-about = यहाँ किसी इवेंट या व्यक्ति को मौन करें
silence-event-done = { $title } को यहाँ मौन किया गया: इसके बारे में कुछ पोस्ट नहीं होगा, और कोई यहाँ इसकी घोषणा नहीं कर सकता। यही कमांड action:remove के साथ इसे हटाता है।
silence-event-lifted = { $title } की घोषणा /event announce से यहाँ फिर हो सकती है।
silence-person-done = { $name } को यहाँ मौन किया गया: बिना माँगे की गई किसी पोस्ट में उनका नाम नहीं आएगा, यहाँ मेरे जवाब सिर्फ़ उन्हीं को मिलेंगे, और वे यहाँ से न तालियाँ बजा सकते हैं, न याद दिला सकते हैं। यही कमांड action:remove के साथ इसे हटाता है।
silence-person-lifted = { $name } अब यहाँ मौन नहीं हैं।
silence-full = एक जगह सौ इवेंट और सौ लोगों को मौन कर सकती है। पहले किसी एक को हटाएँ।
silence-none = यहाँ न कोई इवेंट मौन है, न कोई व्यक्ति। /admin silence के साथ इवेंट या व्यक्ति बताने से होता है।
silence-events = { $n ->
    [0] कोई इवेंट मौन नहीं है।
    [one] एक इवेंट मौन है: { $names }
   *[other] { $n } इवेंट मौन हैं: { $names }
}
silence-unseen = { $n ->
    [one] एक ऐसा इवेंट मौन है जो यहाँ अब नहीं दिखता।
   *[other] { $n } ऐसे इवेंट मौन हैं जो यहाँ अब नहीं दिखते।
}
silence-unseen-lifted = जो यहाँ नहीं दिखता, वह अब मौन नहीं है।
silence-people = { $n ->
    [0] कोई व्यक्ति मौन नहीं है।
    [one] एक व्यक्ति मौन है: { $names }
   *[other] { $n } लोग मौन हैं: { $names }
}
role-about = माइलस्टोन के लिए एक रोल
role-length = कितने की स्ट्रीक
role-role = रोल; न लिखें तो कोई नहीं
role-list = { $n ->
    [0] माइलस्टोन के लिए अभी कोई रोल नहीं। /admin role के साथ लंबाई और रोल देने से तय होता है।
    [one] माइलस्टोन के लिए एक रोल:
   *[other] माइलस्टोन के लिए { $n } रोल:
}
role-line = { $length } की स्ट्रीक: { $role }
role-set = { $length } की स्ट्रीक पर { $role } मिलेगा।
role-unset = { $length } की स्ट्रीक पर अब कोई रोल नहीं मिलेगा।
role-not-yours = { $role } मैं सिर्फ़ उसके कहने पर देता हूँ जो उसे दे सकता है: इसके लिए “रोल मैनेज करें” और वह सब चाहिए जिसकी अनुमति रोल खुद देता है। किसी ऐसे से कहें जिसके पास दोनों हों।
role-bad-length = कौन-सा माइलस्टोन? 7 या 30 जैसी संख्या लिखें।
role-discord-only = रोल सिर्फ़ Discord पर होते हैं।
audit-about = देखें कि होस्ट और मॉडरेटर ने क्या किया
audit-heading = **यहाँ क्या-क्या हुआ**
audit-line = { $when } · { $said }
audit-empty = यहाँ अभी कुछ नहीं हुआ है।
record-about = देखें कि आपके इवेंट में क्या-क्या किया गया
record-event = कौन-सा इवेंट
record-heading = **{ $title } में क्या-क्या किया गया**
record-empty = { $title } में होस्ट ने अभी कुछ नहीं बदला है।
deed-role = माइलस्टोन के लिए रोल
deed-repair = दिन की भरपाई की
deed-take_back = चेक-इन वापस लिया
deed-again = अगला दौर
deed-announce = यहाँ घोषणा की
deed-invite = यहाँ न्योता दिया
deed-silent = यहाँ पोस्ट करना बंद किया
deed-end = समाप्त किया
deed-edit = बदला
deed-amnesty = दिनों की छूट दी
deed-pardon = वापसी की अनुमति
deed-ban = बाहर रखा
deed-remove = हटाया
deed-let_in = शामिल किया
deed-turned_down = शामिल नहीं किया
deed-approved = मंज़ूर किया
deed-rejected = नामंज़ूर किया
deed-moderator = मॉडरेटर बनाया
deed-no_moderator = अब मॉडरेटर नहीं
deed-silence = मौन किया
deed-no_silence = अब मौन नहीं
deed-setup = सेटिंग बदली
deed-backfill = बाद में दिन भरा
deed-own_repair = अपने दिन की भरपाई की

## Ready-made events and their units
template-exercise = कसरत
template-walking = टहलना
template-running = हफ़्ते में 20 किमी दौड़ना
template-stretching = स्ट्रेचिंग
template-reading = 20 पन्ने पढ़ना
template-language = कोई भाषा सीखना
template-coding = कोड लिखना
template-music = गाना-बजाना
template-journaling = डायरी लिखना
template-meditation = ध्यान
template-gratitude = तीन अच्छी बातें
template-water = पानी पीना
template-sleep = सात घंटे की नींद
template-sugar = बिना चीनी
template-savings = पैसे बचाना
template-tidying = साफ़-सफ़ाई
unit-steps = कदम
unit-km = किमी
unit-pages = पन्ने
unit-minutes = मिनट
unit-glasses = गिलास
unit-hours = घंटे

## Pictures
picture-streak = { $span ->
    [week] स्ट्रीक, हफ़्ते
    [month] स्ट्रीक, महीने
    [time] स्ट्रीक
   *[day] स्ट्रीक, दिन
}
picture-best = { $span ->
    [week] रिकॉर्ड, हफ़्ते
    [month] रिकॉर्ड, महीने
    [time] रिकॉर्ड
   *[day] रिकॉर्ड, दिन
}
picture-total = { $span ->
    [week] कुल, हफ़्ते
    [month] कुल, महीने
    [time] कुल
   *[day] कुल, दिन
}
picture-last = { $span ->
    [week] पिछले { $n } हफ़्ते
    [month] पिछले { $n } महीने
   *[day] पिछले { $n } दिन
}
picture-missed = छूटा
picture-partly = कुछ हिस्सा
picture-done = पूरा
picture-more = ज़्यादा
picture-bonus = बोनस
picture-open = अभी खुला
picture-frozen = फ़्रीज़
picture-repaired = भरपाई
picture-rest = छुट्टी
picture-bar = सबसे ऊँचे की तुलना में
picture-bar-time = समय, सबसे लंबे की तुलना में

## Told without being asked
told-hello = नमस्ते। यहाँ स्ट्रीक गिनी जाती हैं। /admin setup में आधा मिनट लगता है।
told-last-call = **{ $title }** के लिए अभी दो घंटे हैं। { $is-check ->
    [no] { $current ->
        [one] आपकी स्ट्रीक इसका इंतज़ार कर रही है।
       *[other] आपकी { $run } इसका इंतज़ार कर रही है।
    }
   *[yes] { $current ->
        [one] एक टैप से आपकी स्ट्रीक बनी रहती है।
       *[other] एक टैप से आपकी { $run } बनी रहती है।
    }
}
told-streak-ended = { $span ->
    [week] **{ $title }** में आपकी { $run } पिछले हफ़्ते थम गई। वह आपकी ही रहेगी। यह हफ़्ता नया हफ़्ता 1 हो सकता है।
    [month] **{ $title }** में आपकी { $run } पिछले महीने थम गई। वह आपकी ही रहेगी। यह महीना नया महीना 1 हो सकता है।
    [time] **{ $title }** में आपकी { $run } थम गई। वह आपकी ही रहेगी। आज नई शुरू हो सकती है।
   *[day] **{ $title }** में आपकी { $run } कल थम गई। वह आपकी ही रहेगी। आज दिन 1 हो सकता है।
}
told-event-started = **{ $title }** आज से शुरू है। 🌱
told-event-ended = **{ $title }** पूरा हुआ। सबने बहुत अच्छा किया। सबसे लंबी स्ट्रीक:
told-event-over = **{ $title }** पूरा हुआ।
told-made-public = **{ $title }** अब सार्वजनिक है: इसमें आपका नाम, दिन और आँकड़े और अपने बारे में लिखी आपकी बातें ऐसे वेब पेजों पर दिखती हैं जिन्हें कोई भी खोल सकता है। आप छिप सकते हैं या इसे छोड़ सकते हैं।
told-made-public-left = **{ $title }** अब सार्वजनिक है: जिस समय आप इसमें थे, उसके नतीजों में आपका नाम ऐसे वेब पेज पर आ सकता है जिसे कोई भी खोल सकता है। आप छिप सकते हैं।
told-made-everybody = **{ $title }** अब सार्वजनिक है: इसे हर कोई देख सकता है, दूसरी जगहों पर भी, और इसमें आपका नाम, आपके दिन और आँकड़े भी। आप छिप सकते हैं या इसे छोड़ सकते हैं।
told-made-everybody-left = **{ $title }** अब सार्वजनिक है: जिस समय आप इसमें थे, उसके नतीजों में आपका नाम सबको दिख सकता है, दूसरी जगहों पर भी। आप छिप सकते हैं।
told-made-community = **{ $place }** में हर कोई अब **{ $title }** को देख सकता है, और उसमें आपका नाम, आपके दिन और आँकड़े भी। आप छिप सकते हैं या इसे छोड़ सकते हैं।
told-made-community-left = **{ $place }** में हर कोई अब **{ $title }** को देख सकता है: जिस समय आप इसमें थे, उसके नतीजों में आपका नाम वहाँ आ सकता है। आप छिप सकते हैं।
told-weeks-over = पिछला हफ़्ता:
told-weeks-event = **{ $title }**: { $places }
told-week-over = **{ $title }** का पिछला हफ़्ता:
told-week-sum = कुल { $n } चेक-इन।
told-week-climb = 📈 { $names }: उससे पहले के हफ़्ते से { $more } ज़्यादा
told-week-perfect = ✨ { $n ->
    [one] एक सदस्य का हफ़्ता पूरा रहा।
   *[other] { $n } सदस्यों का हफ़्ता पूरा रहा।
}
told-place = { $rank } · { $name } — { $value }
told-milestone = 🎉 **{ $name }**: { $title } में { $run }
told-milestones = 🎉 माइलस्टोन
told-milestones-line = **{ $title }** · { $run }: { $names }
told-run = { $span ->
    [week] { $n } हफ़्ते
    [month] { $n } महीने
    [time] { $n } बार
   *[day] { $n } दिन
} की स्ट्रीक
span-count = { $span ->
    [week] { $n } हफ़्ते
    [month] { $n } महीने
    [time] { $n } बार
   *[day] { $n } दिन
}
told-reminders = { $n } इवेंट अभी खुले हैं:
told-reminders-line = { $span ->
    [week] • **{ $title }** · हफ़्ता { $next }
    [month] • **{ $title }** · महीना { $next }
    [time] • **{ $title }**
   *[day] • **{ $title }** · दिन { $next }
}
told-reminder-period-1 = { $span ->
    [week] **{ $title }** इस हफ़्ते अभी खुला है।
    [month] **{ $title }** इस महीने अभी खुला है।
   *[time] **{ $title }** अभी खुला है।
}
told-reminder-period-2 = { $span ->
    [week] **{ $title }** का हफ़्ता { $next } आपका इंतज़ार कर रहा है।
    [month] **{ $title }** का महीना { $next } आपका इंतज़ार कर रहा है।
   *[time] **{ $title }** आपका इंतज़ार कर रहा है।
}
told-reminder-period-3 = { $span ->
    [week] इस हफ़्ते **{ $title }** के लिए जगह है।
    [month] इस महीने **{ $title }** के लिए जगह है।
   *[time] आज **{ $title }** के लिए जगह है।
}
told-reminder-period-4 = { $span ->
    [week] **{ $title }**, हफ़्ता { $next }: जब भी आप तैयार हों।
    [month] **{ $title }**, महीना { $next }: जब भी आप तैयार हों।
   *[time] **{ $title }**: जब भी आप तैयार हों।
}
told-to-whom = **{ $name }**, यह आपके लिए है:
told-reminder-first-1 = **{ $title }** आज के लिए अभी खुला है। दिन 1 के लिए अच्छा दिन है।
told-reminder-first-2 = आज **{ $title }** के लिए जगह है। शुरू करें?
told-reminder-first-3 = **{ $title }**: हर स्ट्रीक एक दिन से शुरू होती है। शायद आज?
told-reminder-first-4 = आज **{ $title }** के लिए कुछ मिनट?
told-reminder-first-5 = **{ $title }** आज कभी भी हो सकता है, सुबह या शाम।
told-reminder-first-6 = बस आज, बस **{ $title }**: इतना काफ़ी है।
told-reminder-first-7 = **{ $title }**, आज जब आपको ठीक लगे।
told-reminder-back-1 = **{ $title }** यहीं है। आपका रिकॉर्ड { $best } आपका ही रहेगा, और आज दिन 1 हो सकता है।
told-reminder-back-2 = **{ $title }** का दिन 1 फिर से? रास्ता आपका जाना-पहचाना है।
told-reminder-back-3 = **{ $title }** में आप { $best } तक पहुँच चुके हैं। आज नया दिन 1 हो सकता है।
told-reminder-1 = **{ $title }** आज के लिए अभी खुला है। दिन { $next } बस एक टैप दूर है।
told-reminder-2 = **{ $title }** का दिन { $next } आपका इंतज़ार कर रहा है।
told-reminder-3 = **{ $title }** के लिए एक शांत पल? यह दिन { $next } होगा।
told-reminder-4 = **{ $title }**, दिन { $next }: जब आपका मन हो।
told-reminder-5 = आज **{ $title }** के लिए जगह है। दिन { $next } आपका है।
told-reminder-6 = **{ $title }** के लिए थोड़ा समय, और दिन { $next } पूरा।
told-reminder-7 = **{ $title }** के लिए तैयार? दिन { $next } खुला है।
told-reminder-best-1 = { $left } और, **{ $title }** में आपके रिकॉर्ड तक। आज दिन { $next } है।
told-reminder-best-2 = **{ $title }** में आपका रिकॉर्ड पास है: { $best } में से दिन { $next }।
told-reminder-best-3 = **{ $title }**, दिन { $next }: आपका रिकॉर्ड { $best } है।
told-reminder-fellow-1 = { $name } ने आज **{ $title }** कर लिया है। आपके लिए भी जगह है।
told-reminder-fellow-2 = आज **{ $title }** में { $name } का चेक-इन हो गया है। जब मन हो, आप भी जुड़ें।
told-cheer = 👏 { $name } की ओर से आपके लिए तालियाँ।
told-nudge = { $name } ने आपको याद किया: { $span ->
    [week] **{ $title }** इस हफ़्ते के लिए अभी खुला है।
    [month] **{ $title }** इस महीने के लिए अभी खुला है।
   *[day] **{ $title }** आज के लिए अभी खुला है।
}
told-join-asked = **{ $name }** का **{ $title }** में शामिल होने का अनुरोध है।
told-code-overheard = **{ $name }** ने **{ $title }** का कोड ऐसी जगह लिखा जहाँ और लोग पढ़ते हैं। वह अब काम नहीं करता।
somebody = किसी
told-link-refused = दूसरे खाते का कहना है कि वह आप नहीं हैं। कुछ नहीं जोड़ा गया।
told-join-in = आप अब **{ $title }** में शामिल हैं। स्वागत है।
told-join-out = { $title } के होस्ट ने इस बार आपको शामिल नहीं किया।
told-join-out-untitled = जिस इवेंट में आप शामिल होना चाहते थे, उसके होस्ट ने इस बार आपको शामिल नहीं किया।
told-proof = **{ $name }** ने **{ $title }** के लिए यह दिखाया: { $file }
told-proof-file = **{ $name }** ने **{ $title }** के लिए यह दिखाया।
told-proof-elsewhere = यह Telegram पर भेजा गया था और वहीं दिखता है: Telegram में /event review लिखें।
told-proof-in-chat = यह चैट में दिखता है: Discord या Telegram में /event review लिखें।
told-removed = होस्ट ने आपको { $title } से हटा दिया है। जो आपने किया वह आपका ही है: /privacy में उसकी प्रति है।
told-removed-untitled = होस्ट ने आपको एक इवेंट से हटा दिया है। जो आपने किया वह आपका ही है: /privacy में उसकी प्रति है।
told-proof-rejected = { $title } के होस्ट ने आपका दिखाया हुआ मंज़ूर नहीं किया, इसलिए वह चेक-इन वापस ले लिया गया।
told-taken-back = { $title } के होस्ट ने { $day } का आपका चेक-इन वापस लिया। /matrix दिखाता है कि आप कहाँ हैं।
told-moderator = अब आप **{ $place }** चलाने में मदद करते हैं: वहाँ आप /admin इस्तेमाल कर सकते हैं और वहाँ बने इवेंट सँभाल सकते हैं।
told-moderator-removed = अब आप **{ $place }** चलाने में मदद नहीं करते। आपकी स्ट्रीक और आपके बनाए इवेंट आपके ही रहते हैं।
told-role-failed = { $title } में { $length } की स्ट्रीक का रोल नहीं दिया जा सका। कृपया मेरा रोल उससे ऊपर रखें, और मुझे रोल मैनेज करने की अनुमति दें।
told-place-closed = जहाँ **{ $title }** बताया जाता है, वहाँ अब लिखने की अनुमति नहीं है। वह चैनल देखने और संदेश भेजने की अनुमति दें, फिर वहाँ कोई कमांड चलाएँ; या /event announce से कहीं और बताएँ।
told-board = 📅 { $day } · **{ $title }**
told-withdrawn = यहाँ एक इवेंट का कार्ड था; उसे हटा दिया गया है।
told-boards = 📅 { $day }
told-boards-event = **{ $title }**
told-boards-week = **{ $title }** · इस हफ़्ते
told-boards-month = **{ $title }** · इस महीने
told-boards-days = **{ $title }** · { $day }
told-board-week = 📅 { $day } से शुरू सप्ताह · **{ $title }**
told-board-month = 📅 { $day } · **{ $title }**
told-board-count-over = { $all } में से { $in } ने चेक-इन किया
told-board-count-day-over = दिन के अंत तक { $all } में से { $in } ने चेक-इन किया
told-board-in = ✅ { $names }
told-board-open = ⏳ { $names }
told-board-run = 🎉 { $run }: { $names }
told-board-more = { $names } और { $n } अन्य
told-board-count = { $all } में से { $in } चेक-इन

## Refusals
refused-not-member = आप इस इवेंट में शामिल नहीं हैं।
refused-already-member = आप इस इवेंट में पहले से शामिल हैं।
refused-not-started = यह इवेंट अभी शुरू नहीं हुआ है।
refused-ended = यह इवेंट समाप्त हो चुका है। आपने जो किया वह बना रहेगा।
refused-window-closed = वह दिन अब भरा नहीं जा सकता। अगर उससे कोई स्ट्रीक रुकी, तो इवेंट का होस्ट उसकी भरपाई कर सकता है।
refused-future-day = वह दिन अभी आने वाला है।
refused-empty-day = वह दिन आपके टाइमज़ोन में हुआ ही नहीं।
refused-in-future = मेरी घड़ी पीछे कर दी गई है, इसलिए आपका मैसेज भविष्य से आया लगता है। इसमें आपकी कोई गलती नहीं है: कृपया बाद में फिर कोशिश करें।
refused-too-old = आपके मैसेज को पहुँचने में दो दिन से ज़्यादा लगे, इसलिए वह गिना नहीं जा सका।
refused-already-in = उस दिन का आपका चेक-इन हो चुका है।
refused-too-many = एक दिन के लिए इतना काफ़ी है। कल एक और दिन है।
refused-conflict = यही अनुरोध पहले कुछ और लिखकर आया था। कृपया इसे फिर से भेजें।
refused-nothing-to-undo = आज का ऐसा कुछ नहीं है जिसे वापस लिया जाए।
refused-already-undone = वह पहले ही वापस लिया जा चुका है।
refused-too-late = उसे वापस लेने के लिए बहुत देर हो चुकी है। इवेंट का होस्ट अब भी ले सकता है।
refused-not-found = वह चेक-इन नहीं मिला।
refused-not-owner = वह चेक-इन किसी और का है।
refused-unknown-task = इस इवेंट में ऐसा कोई काम नहीं है।
refused-bad-amount = यह मात्रा इस इवेंट में नहीं बैठती। जहाँ मात्रा गिनी जाती है वहाँ शून्य से बड़ी संख्या लिखें, और जहाँ नहीं, वहाँ कुछ न लिखें।
refused-disabled = इस इवेंट में यह नहीं होता।
refused-too-soon = इसके लिए एक दिन पहले बताना होता है।
refused-too-long = ये दिन इस इवेंट की सीमा से ज़्यादा हैं।
refused-overlap = इनमें से कुछ दिन आपके पहले से तय ब्रेक में आते हैं।
refused-not-paused = आप अभी ब्रेक पर नहीं हैं।
refused-not-repairable = वहाँ ऐसा कुछ नहीं छूटा जिससे स्ट्रीक रुकी हो।
refused-cooldown = आपकी पिछली भरपाई हाल ही की है। कुछ समय बाद फिर हो सकेगी।
refused-tz-limit = आपकी घड़ी एक महीने में चार बार बदली जा चुकी है। कुछ समय बाद फिर बदली जा सकेगी।

## E-mail
email-about = ईमेल पर भी संदेश पाएँ
email-address = आपका ईमेल पता, या “बंद”
name-email = ईमेल
name-address = पता
choice-email = ईमेल
choice-push = सूचना
email-none = मुझे आपका कोई ईमेल पता नहीं मालूम। `/email` और अपना पता लिखें, मैं वहाँ एक लिंक भेजूँगा।
email-shown = मैं { $address } पर लिख सकता हूँ, जैसे `/remind via:email` से, या जब आपकी चैट मेरे लिए बंद हों।
email-wanted = { $address } की पुष्टि अभी नहीं हुई: वहाँ भेजे गए लिंक को खोलें।
email-sent = मैंने { $address } पर एक लिंक भेजा है। एक दिन के भीतर उसे खोलें, फिर मैं वहाँ लिख सकूँगा।
email-bad = “{ $words }” ईमेल पते जैसा नहीं लगता। name@example.org जैसा पता लिखें।
email-too-often = आज के लिए इतना काफ़ी है: इस पते के साथ कल फिर कोशिश करें।
email-off = मैंने आपका ईमेल पता भुला दिया है।
email-unavailable = यह बॉट ईमेल नहीं भेजता। /remind via:dm से संदेश चैट में आता है।
way-closed-email = आपके दिए पते पर भेजी गई ईमेल लौट आई। पता जाँचें: /email
way-closed-push = मैं अब आपके ब्राउज़र पर सूचनाएँ नहीं भेज सकता। वेब पर अपनी सेटिंग्स में आप उन्हें फिर चालू कर सकते हैं।
email-footer = यह आपको इसलिए मिला क्योंकि आपने Streaks में इस पते की पुष्टि की है। बंद करने के लिए:
button-email-off = मेरा पता भुला दें
button-confirm-email = इस पते की पुष्टि करें
told-confirm-email =
    अपने ईमेल पते की पुष्टि करें
    { $name } ने इस पते पर Streaks से याद दिलाने के संदेश माँगे हैं। अगर यह आप हैं, तो एक दिन के भीतर लिंक खोलें। अगर नहीं, तो कुछ न करें: पता भुला दिया जाएगा।
remind-no-email = मुझे आपका कोई पुष्ट ईमेल पता नहीं मालूम। पहले /email और अपना पता लिखें।
remind-no-push = पहले वेब पर अपनी सेटिंग्स में किसी ब्राउज़र को सूचनाएँ दिखाने दें।
remind-push-unavailable = यह बॉट ब्राउज़र पर सूचनाएँ नहीं भेजता। /remind via:dm से संदेश चैट में आता है।
button-open-settings = वेब पर सेटिंग्स

## What Discord may give roles by
role-fact-longest = सबसे लंबी स्ट्रीक
role-fact-longest-about = लगातार, कम से कम
role-fact-total = कुल
role-fact-total-about = कुल किए गए, कम से कम
role-fact-since = यहाँ दिन
role-fact-since-about = पहले इवेंट के बाद के दिन, कम से कम
