//! The countries with their names and zones.

use engine::rules::Zone;
use std::sync::LazyLock;

/// A country, and its zones, the most populous first.
pub(crate) struct Country {
    /// By ISO 3166.
    pub(crate) code: &'static str,
    /// The English name first; further ones in other languages, of the large countries.
    pub(crate) names: Vec<&'static str>,
    pub(crate) zones: Vec<Zone>,
}

/// All countries, the most populous first.
pub(crate) static COUNTRIES: LazyLock<Vec<Country>> =
    LazyLock::new(|| TABLE.lines().filter_map(country).collect());

fn country(line: &'static str) -> Option<Country> {
    let mut columns = line.split('|');
    let (code, names, zones) = (columns.next()?, columns.next()?, columns.next()?);
    Some(Country {
        code,
        names: names.split(',').collect(),
        zones: zones.split(' ').filter_map(|name| name.parse().ok()).collect(),
    })
}

/// A line a country: code, names, zones.
const TABLE: &str = "\
in|India,Bharat,Indien,भारत,インド,الهند|Asia/Kolkata
cn|China,中国,चीन,الصين|Asia/Shanghai Asia/Urumqi
us|United States,United States of America,USA,US of A,America,Estados Unidos,EEUU,\
Vereinigte Staaten,Amerika,अमेरिका,アメリカ,米国,أمريكا,الولايات المتحدة|\
America/New_York America/Chicago America/Los_Angeles America/Denver America/Phoenix \
America/Detroit America/Indiana/Indianapolis Pacific/Honolulu America/Kentucky/Louisville \
America/Boise America/Anchorage America/Indiana/Tell_City America/Indiana/Vincennes \
America/Indiana/Petersburg America/Indiana/Knox America/Indiana/Winamac America/Indiana/Marengo \
America/Indiana/Vevay America/Kentucky/Monticello America/Menominee America/Juneau \
America/North_Dakota/New_Salem America/North_Dakota/Beulah America/North_Dakota/Center \
America/Sitka America/Nome America/Metlakatla America/Yakutat America/Adak
id|Indonesia,Indonesien,इंडोनेशिया,インドネシア,إندونيسيا|\
Asia/Jakarta Asia/Makassar Asia/Pontianak Asia/Jayapura
pk|Pakistan,पाकिस्तान,パキスタン,باكستان|Asia/Karachi
ng|Nigeria,नाइजीरिया,ナイジェリア,نيجيريا|Africa/Lagos
br|Brazil,Brasil,Brasilien,ब्राज़ील,ブラジル,البرازيل|\
America/Sao_Paulo America/Fortaleza America/Bahia America/Recife America/Belem America/Manaus \
America/Maceio America/Cuiaba America/Campo_Grande America/Porto_Velho America/Araguaina \
America/Santarem America/Rio_Branco America/Boa_Vista America/Eirunepe America/Noronha
bd|Bangladesh,Bangladesch,बांग्लादेश,バングラデシュ,بنغلاديش|Asia/Dhaka
ru|Russia,Russian Federation,Rusia,Russland,Россия,रूस,ロシア,روسيا|\
Europe/Moscow Asia/Yekaterinburg Europe/Samara Asia/Novosibirsk Asia/Krasnoyarsk Asia/Irkutsk \
Asia/Vladivostok Asia/Omsk Europe/Saratov Europe/Volgograd Asia/Barnaul Europe/Ulyanovsk \
Europe/Kirov Asia/Tomsk Asia/Chita Europe/Astrakhan Europe/Kaliningrad Asia/Yakutsk \
Asia/Novokuznetsk Asia/Sakhalin Asia/Kamchatka Asia/Magadan Asia/Anadyr Asia/Khandyga \
Asia/Ust-Nera Asia/Srednekolymsk
mx|Mexico,Mexiko,मेक्सिको,メキシコ,المكسيك|\
America/Mexico_City America/Monterrey America/Tijuana America/Hermosillo America/Merida \
America/Mazatlan America/Chihuahua America/Cancun America/Matamoros America/Ciudad_Juarez \
America/Bahia_Banderas America/Ojinaga
et|Ethiopia,Etiopía,Äthiopien,इथियोपिया,エチオピア,إثيوبيا|Africa/Addis_Ababa
jp|Japan,Japón,Nippon,日本,जापान,اليابان|Asia/Tokyo
ph|Philippines,The Philippines,Filipinas,Philippinen,Pilipinas,फ़िलीपींस,フィリピン,الفلبين|Asia/Manila
eg|Egypt,Egipto,Ägypten,मिस्र,エジプト,مصر|Africa/Cairo
cd|DR Congo,DRC,Democratic Republic of the Congo,Congo,Congo-Kinshasa,Kongo,कांगो,コンゴ,الكونغو|\
Africa/Kinshasa Africa/Lubumbashi
vn|Vietnam,Viet Nam,वियतनाम,ベトナム,فيتنام|Asia/Ho_Chi_Minh
ir|Iran,Persia,ईरान,イラン,إيران|Asia/Tehran
tr|Turkey,Türkiye,Turquía,Türkei,तुर्की,トルコ,تركيا|Europe/Istanbul
de|Germany,Deutschland,Alemania,Allemagne,जर्मनी,ドイツ,ألمانيا|Europe/Berlin Europe/Busingen
th|Thailand,Tailandia,थाईलैंड,タイ,تايلاند|Asia/Bangkok
gb|United Kingdom,The United Kingdom,UK,Great Britain,Britain,England,Scotland,Wales,\
Northern Ireland,Reino Unido,Inglaterra,Großbritannien,Vereinigtes Königreich,Schottland,ब्रिटेन,\
इंग्लैंड,イギリス,英国,بريطانيا,المملكة المتحدة|Europe/London
tz|Tanzania,Tansania,तंज़ानिया,タンザニア,تنزانيا|Africa/Dar_es_Salaam
fr|France,Francia,Frankreich,फ़्रांस,フランス,فرنسا|Europe/Paris
za|South Africa,Sudáfrica,Südafrika,दक्षिण अफ़्रीका,南アフリカ,جنوب أفريقيا|Africa/Johannesburg
it|Italy,Italia,Italien,इटली,イタリア,إيطاليا|Europe/Rome
ke|Kenya,Kenia,केन्या,ケニア,كينيا|Africa/Nairobi
mm|Myanmar,Burma,Birmania,म्यांमार,ミャンマー,ميانمار|Asia/Yangon
co|Colombia,Kolumbien,कोलंबिया,コロンビア,كولومبيا|America/Bogota
kr|South Korea,Korea,Republic of Korea,Corea del Sur,Corea,Südkorea,दक्षिण कोरिया,韓国,大韓民国,\
대한민국,한국,كوريا الجنوبية,كوريا|Asia/Seoul
sd|Sudan,Sudán,सूडान,スーダン,السودان|Africa/Khartoum
ug|Uganda,युगांडा,ウガンダ,أوغندا|Africa/Kampala
es|Spain,España,Spanien,स्पेन,スペイン,إسبانيا|Europe/Madrid Atlantic/Canary Africa/Ceuta
dz|Algeria,Argelia,Algerien,अल्जीरिया,アルジェリア,الجزائر|Africa/Algiers
iq|Iraq,Irak,इराक,イラク,العراق|Asia/Baghdad
ar|Argentina,Argentinien,अर्जेंटीना,アルゼンチン,الأرجنتين|\
America/Argentina/Buenos_Aires America/Argentina/Cordoba America/Argentina/Mendoza \
America/Argentina/Tucuman America/Argentina/Salta America/Argentina/San_Juan \
America/Argentina/Jujuy America/Argentina/San_Luis America/Argentina/Catamarca \
America/Argentina/La_Rioja America/Argentina/Rio_Gallegos America/Argentina/Ushuaia
af|Afghanistan,Afganistán,अफ़ग़ानिस्तान,アフガニスタン,أفغانستان|Asia/Kabul
ye|Yemen,Jemen,यमन,イエメン,اليمن|Asia/Aden
ca|Canada,Canadá,Kanada,कनाडा,カナダ,كندا|\
America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax \
America/Regina America/Moncton America/St_Johns America/Glace_Bay America/Whitehorse \
America/Dawson_Creek America/Iqaluit America/Goose_Bay America/Creston America/Swift_Current \
America/Rankin_Inlet America/Fort_Nelson America/Inuvik America/Blanc-Sablon America/Atikokan \
America/Cambridge_Bay America/Dawson America/Resolute
pl|Poland,Polska,Polonia,Polen,पोलैंड,ポーランド,بولندا|Europe/Warsaw
ma|Morocco,Marruecos,Marokko,Maroc,मोरक्को,モロッコ,المغرب|Africa/Casablanca
ua|Ukraine,Ucrania,Україна,Украина,यूक्रेन,ウクライナ,أوكرانيا|Europe/Kyiv Europe/Simferopol
ao|Angola,अंगोला,アンゴラ,أنغولا|Africa/Luanda
uz|Uzbekistan,Uzbekistán,Usbekistan,उज़्बेकिस्तान,ウズベキスタン,أوزبكستان|Asia/Tashkent Asia/Samarkand
sa|Saudi Arabia,Arabia Saudita,Saudi-Arabien,KSA,सऊदी अरब,サウジアラビア,السعودية|Asia/Riyadh
my|Malaysia,Malasia,मलेशिया,マレーシア,ماليزيا|Asia/Kuala_Lumpur Asia/Kuching
pe|Peru,Perú,पेरू,ペルー,بيرو|America/Lima
gh|Ghana,घाना,ガーナ,غانا|Africa/Accra
mz|Mozambique,Mosambik,मोज़ाम्बिक,モザンビーク,موزمبيق|Africa/Maputo
np|Nepal,नेपाल,ネパール,نيبال|Asia/Kathmandu
mg|Madagascar,Madagaskar|Indian/Antananarivo
ci|Ivory Coast,Côte d’Ivoire,Costa de Marfil,Elfenbeinküste,ساحل العاج|Africa/Abidjan
cm|Cameroon,Camerún,Kamerun,الكاميرون|Africa/Douala
ve|Venezuela,वेनेज़ुएला,ベネズエラ,فنزويلا|America/Caracas
au|Australia,Australien,ऑस्ट्रेलिया,オーストラリア,أستراليا|\
Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide \
Australia/Hobart Australia/Darwin Australia/Broken_Hill Australia/Lindeman Australia/Lord_Howe \
Australia/Eucla Antarctica/Macquarie
ne|Niger,Níger,النيجر|Africa/Niamey
kp|North Korea,Corea del Norte,Nordkorea,उत्तर कोरिया,北朝鮮,كوريا الشمالية|Asia/Pyongyang
sy|Syria,Siria,Syrien,सीरिया,シリア,سوريا|Asia/Damascus
ml|Mali,مالي|Africa/Bamako
bf|Burkina Faso,بوركينا فاسو|Africa/Ouagadougou
tw|Taiwan,Taiwán,ताइवान,台湾,臺灣,تايوان|Asia/Taipei
lk|Sri Lanka,Ceylon,श्रीलंका,スリランカ,سريلانكا|Asia/Colombo
mw|Malawi|Africa/Blantyre
zm|Zambia,Sambia|Africa/Lusaka
kz|Kazakhstan,Kazajistán,Kasachstan,Казахстан,カザフスタン,كازاخستان|\
Asia/Almaty Asia/Aqtobe Asia/Qyzylorda Asia/Qostanay Asia/Aqtau Asia/Atyrau Asia/Oral
td|Chad,Tschad,تشاد|Africa/Ndjamena
cl|Chile,चिली,チリ,تشيلي|America/Santiago America/Punta_Arenas America/Coyhaique Pacific/Easter
ro|Romania,Rumanía,Rumänien,România,ルーマニア,رومانيا|Europe/Bucharest
so|Somalia,الصومال|Africa/Mogadishu
sn|Senegal,السنغال|Africa/Dakar
gt|Guatemala,غواتيمالا|America/Guatemala
nl|Netherlands,The Netherlands,Holland,Nederland,Países Bajos,Holanda,Niederlande,नीदरलैंड,\
オランダ,هولندا|Europe/Amsterdam
ec|Ecuador,エクアドル,الإكوادور|America/Guayaquil Pacific/Galapagos
kh|Cambodia,Camboya,Kambodscha,カンボジア,كمبوديا|Asia/Phnom_Penh
zw|Zimbabwe,Simbabwe,زيمبابوي|Africa/Harare
gn|Guinea,غينيا|Africa/Conakry
bj|Benin,Benín,بنين|Africa/Porto-Novo
rw|Rwanda,Ruanda,رواندا|Africa/Kigali
bi|Burundi,بوروندي|Africa/Bujumbura
bo|Bolivia,Bolivien,बोलीविया,ボリビア,بوليفيا|America/La_Paz
tn|Tunisia,Túnez,Tunesien,チュニジア,تونس|Africa/Tunis
ht|Haiti,Haití,هايتي|America/Port-au-Prince
be|Belgium,Bélgica,Belgien,België,Belgique,बेल्जियम,ベルギー,بلجيكا|Europe/Brussels
ss|South Sudan,Sudán del Sur,Südsudan,جنوب السودان|Africa/Juba
jo|Jordan,Jordania,Jordanien,ヨルダン,الأردن|Asia/Amman
do|Dominican Republic,República Dominicana,Dominikanische Republik|America/Santo_Domingo
cu|Cuba,Kuba,क्यूबा,キューバ,كوبا|America/Havana
cz|Czechia,Czech Republic,Chequia,Tschechien,Česko,チェコ,التشيك|Europe/Prague
ae|United Arab Emirates,UAE,Emirates,Emiratos Árabes Unidos,\
Vereinigte Arabische Emirate,संयुक्त अरब अमीरात,アラブ首長国連邦,الإمارات|Asia/Dubai
se|Sweden,Suecia,Schweden,Sverige,स्वीडन,スウェーデン,السويد|Europe/Stockholm
hn|Honduras,هندوراس|America/Tegucigalpa
pt|Portugal,पुर्तगाल,ポルトガル,البرتغال|Europe/Lisbon Atlantic/Madeira Atlantic/Azores
tj|Tajikistan,Tayikistán,Tadschikistan,طاجيكستان|Asia/Dushanbe
gr|Greece,Grecia,Griechenland,Ελλάδα,यूनान,ギリシャ,اليونان|Europe/Athens
pg|Papua New Guinea,Papúa Nueva Guinea,Papua-Neuguinea|Pacific/Port_Moresby Pacific/Bougainville
az|Azerbaijan,Azerbaiyán,Aserbaidschan,أذربيجان|Asia/Baku
hu|Hungary,Hungría,Ungarn,Magyarország,हंगरी,ハンガリー,المجر|Europe/Budapest
il|Israel,इज़राइल,イスラエル,إسرائيل|Asia/Jerusalem
tg|Togo,توغو|Africa/Lome
at|Austria,Österreich,ऑस्ट्रिया,オーストリア,النمسا|Europe/Vienna
by|Belarus,Bielorrusia,Weißrussland,Беларусь,ベラルーシ,بيلاروسيا|Europe/Minsk
ch|Switzerland,Schweiz,Suiza,Suisse,Svizzera,स्विट्ज़रलैंड,スイス,سويسرا|Europe/Zurich
sl|Sierra Leone,سيراليون|Africa/Freetown
la|Laos,ラオス,لاوس|Asia/Vientiane
tm|Turkmenistan,Turkmenistán,تركمانستان|Asia/Ashgabat
hk|Hong Kong,Hongkong,हांगकांग,香港,هونغ كونغ|Asia/Hong_Kong
ly|Libya,Libia,Libyen,リビア,ليبيا|Africa/Tripoli
kg|Kyrgyzstan,Kirguistán,Kirgisistan,قيرغيزستان|Asia/Bishkek
py|Paraguay,パラグアイ,باراغواي|America/Asuncion
ni|Nicaragua,نيكاراغوا|America/Managua
bg|Bulgaria,Bulgarien,България,ブルガリア,بلغاريا|Europe/Sofia
rs|Serbia,Serbien,Srbija,セルビア,صربيا|Europe/Belgrade
cg|Republic of the Congo,Congo,Congo-Brazzaville,Kongo|Africa/Brazzaville
sv|El Salvador,السلفادور|America/El_Salvador
sg|Singapore,Singapur,सिंगापुर,シンガポール,سنغافورة|Asia/Singapore
dk|Denmark,Dinamarca,Dänemark,Danmark,डेनमार्क,デンマーク,الدنمارك|Europe/Copenhagen
fi|Finland,Finlandia,Finnland,Suomi,फ़िनलैंड,フィンランド,فنلندا|Europe/Helsinki
lb|Lebanon,Líbano,Libanon,レバノン,لبنان|Asia/Beirut
no|Norway,Noruega,Norwegen,Norge,नॉर्वे,ノルウェー,النرويج|Europe/Oslo
lr|Liberia,ليبيريا|Africa/Monrovia
ps|Palestine,Palestina,Palästina,फ़िलिस्तीन,パレスチナ,فلسطين|Asia/Gaza Asia/Hebron
sk|Slovakia,Eslovaquia,Slowakei,Slovensko,スロバキア,سلوفاكيا|Europe/Bratislava
cf|Central African Republic,República Centroafricana,Zentralafrikanische Republik|Africa/Bangui
om|Oman,Omán,オマーン,عمان|Asia/Muscat
ie|Ireland,Irlanda,Irland,Éire,आयरलैंड,アイルランド,أيرلندا|Europe/Dublin
nz|New Zealand,Aotearoa,Nueva Zelanda,Neuseeland,न्यूज़ीलैंड,ニュージーランド,نيوزيلندا|\
Pacific/Auckland Pacific/Chatham
mr|Mauritania,Mauretanien,موريتانيا|Africa/Nouakchott
cr|Costa Rica,コスタリカ,كوستاريكا|America/Costa_Rica
kw|Kuwait,クウェート,الكويت|Asia/Kuwait
pa|Panama,Panamá,パナマ,بنما|America/Panama
hr|Croatia,Croacia,Kroatien,Hrvatska,クロアチア,كرواتيا|Europe/Zagreb
ge|Georgia,Georgien,Sakartvelo,საქართველო,ジョージア,جورجيا|Asia/Tbilisi
er|Eritrea,إريتريا|Africa/Asmara
mn|Mongolia,Mongolei,モンゴル,منغوليا|Asia/Ulaanbaatar Asia/Hovd
uy|Uruguay,ウルグアイ,أوروغواي|America/Montevideo
pr|Puerto Rico,プエルトリコ,بورتوريكو|America/Puerto_Rico
ba|Bosnia and Herzegovina,Bosnia,Bosnien,البوسنة|Europe/Sarajevo
qa|Qatar,Katar,कतर,カタール,قطر|Asia/Qatar
md|Moldova,Moldawien,مولدوفا|Europe/Chisinau
na|Namibia,ناميبيا|Africa/Windhoek
am|Armenia,Armenien,Հայաստան,アルメニア,أرمينيا|Asia/Yerevan
lt|Lithuania,Lituania,Litauen,Lietuva,リトアニア,ليتوانيا|Europe/Vilnius
jm|Jamaica,Jamaika,ジャマイカ,جامايكا|America/Jamaica
al|Albania,Albanien,Shqipëria,アルバニア,ألبانيا|Europe/Tirane
gm|Gambia,The Gambia,غامبيا|Africa/Banjul
ga|Gabon,Gabun,الغابون|Africa/Libreville
bw|Botswana,بوتسوانا|Africa/Gaborone
ls|Lesotho,ليسوتو|Africa/Maseru
gw|Guinea-Bissau,غينيا بيساو|Africa/Bissau
si|Slovenia,Eslovenia,Slowenien,Slovenija,スロベニア,سلوفينيا|Europe/Ljubljana
gq|Equatorial Guinea,Guinea Ecuatorial,Äquatorialguinea|Africa/Malabo
lv|Latvia,Letonia,Lettland,Latvija,ラトビア,لاتفيا|Europe/Riga
mk|North Macedonia,Macedonia,Nordmazedonien|Europe/Skopje
bh|Bahrain,Baréin,バーレーン,البحرين|Asia/Bahrain
xk|Kosovo,كوسوفو|Europe/Belgrade
tt|Trinidad and Tobago,Trinidad,Tobago|America/Port_of_Spain
tl|East Timor,Timor-Leste,Osttimor|Asia/Dili
cy|Cyprus,Chipre,Zypern,キプロス,قبرص|Asia/Nicosia Asia/Famagusta
ee|Estonia,Estland,Eesti,エストニア,إستونيا|Europe/Tallinn
mu|Mauritius,Mauricio|Indian/Mauritius
sz|Eswatini,Swaziland|Africa/Mbabane
dj|Djibouti,Dschibuti,جيبوتي|Africa/Djibouti
fj|Fiji,Fidschi,フィジー|Pacific/Fiji
re|Reunion,Réunion,La Réunion|Indian/Reunion
km|Comoros,Komoren,جزر القمر|Indian/Comoro
gy|Guyana|America/Guyana
bt|Bhutan,भूटान|Asia/Thimphu
sb|Solomon Islands,Salomonen|Pacific/Guadalcanal
mo|Macau,Macao,マカオ,澳門|Asia/Macau
lu|Luxembourg,Luxemburg,Luxemburgo,لوكسمبورغ|Europe/Luxembourg
me|Montenegro,Crna Gora|Europe/Podgorica
sr|Suriname,Surinam|America/Paramaribo
eh|Western Sahara,Sahara Occidental,Westsahara|Africa/El_Aaiun
mv|Maldives,Maldivas,Malediven,मालदीव|Indian/Maldives
mt|Malta,マルタ,مالطا|Europe/Malta
cv|Cape Verde,Cabo Verde,Kap Verde|Atlantic/Cape_Verde
bn|Brunei,ブルネイ,بروناي|Asia/Brunei
bz|Belize,Belice|America/Belize
bs|Bahamas,The Bahamas|America/Nassau
is|Iceland,Islandia,Island,Ísland,アイスランド,آيسلندا|Atlantic/Reykjavik
gp|Guadeloupe|America/Guadeloupe
mq|Martinique|America/Martinique
vu|Vanuatu|Pacific/Efate
yt|Mayotte|Indian/Mayotte
gf|French Guiana,Guyane|America/Cayenne
nc|New Caledonia,Nueva Caledonia,Neukaledonien|Pacific/Noumea
bb|Barbados|America/Barbados
pf|French Polynesia,Französisch-Polynesien|Pacific/Tahiti Pacific/Marquesas Pacific/Gambier
st|Sao Tome and Principe,São Tomé|Africa/Sao_Tome
ws|Samoa|Pacific/Apia
lc|Saint Lucia,St Lucia|America/St_Lucia
gu|Guam|Pacific/Guam
cw|Curacao,Curaçao|America/Curacao
ki|Kiribati|Pacific/Tarawa Pacific/Kiritimati Pacific/Kanton
sc|Seychelles,Seychellen|Indian/Mahe
gd|Grenada|America/Grenada
fm|Micronesia|Pacific/Chuuk Pacific/Pohnpei Pacific/Kosrae
aw|Aruba|America/Aruba
vc|Saint Vincent and the Grenadines,Saint Vincent,St Vincent|America/St_Vincent
to|Tonga|Pacific/Tongatapu
je|Jersey|Europe/Jersey
ag|Antigua and Barbuda,Antigua|America/Antigua
vi|US Virgin Islands,Virgin Islands|America/St_Thomas
im|Isle of Man|Europe/Isle_of_Man
ad|Andorra|Europe/Andorra
ky|Cayman Islands|America/Cayman
dm|Dominica|America/Dominica
gg|Guernsey|Europe/Guernsey
bm|Bermuda|Atlantic/Bermuda
gl|Greenland,Groenlandia,Grönland|\
America/Nuuk America/Scoresbysund America/Thule America/Danmarkshavn
fo|Faroe Islands,Färöer|Atlantic/Faroe
mp|Northern Mariana Islands|Pacific/Saipan
kn|Saint Kitts and Nevis,St Kitts and Nevis|America/St_Kitts
as|American Samoa|Pacific/Pago_Pago
tc|Turks and Caicos Islands|America/Grand_Turk
mh|Marshall Islands|Pacific/Majuro Pacific/Kwajalein
sx|Sint Maarten|America/Lower_Princes
li|Liechtenstein|Europe/Vaduz
mc|Monaco,Mónaco|Europe/Monaco
sm|San Marino|Europe/San_Marino
gi|Gibraltar|Europe/Gibraltar
mf|Saint Martin|America/Marigot
ax|Åland Islands,Åland|Europe/Mariehamn
vg|British Virgin Islands,Virgin Islands|America/Tortola
bq|Caribbean Netherlands,Bonaire|America/Kralendijk
pw|Palau|Pacific/Palau
ck|Cook Islands|Pacific/Rarotonga
ai|Anguilla|America/Anguilla
nr|Nauru|Pacific/Nauru
wf|Wallis and Futuna|Pacific/Wallis
tv|Tuvalu|Pacific/Funafuti
bl|Saint Barthelemy|America/St_Barthelemy
pm|Saint Pierre and Miquelon|America/Miquelon
sh|Saint Helena|Atlantic/St_Helena
ms|Montserrat|America/Montserrat
fk|Falkland Islands,Falklands,Malvinas|Atlantic/Stanley
sj|Svalbard and Jan Mayen,Svalbard|Arctic/Longyearbyen
nf|Norfolk Island|Pacific/Norfolk
tk|Tokelau|Pacific/Fakaofo
nu|Niue|Pacific/Niue
cx|Christmas Island|Indian/Christmas
aq|Antarctica,Antártida,Antarktis|\
Antarctica/McMurdo Antarctica/Palmer Antarctica/Rothera Antarctica/Davis Antarctica/Casey \
Antarctica/Mawson Antarctica/DumontDUrville Antarctica/Syowa Antarctica/Vostok Antarctica/Troll
va|Vatican City,Vatican,Vaticano,Vatikan|Europe/Vatican
cc|Cocos Islands|Indian/Cocos
um|US Minor Outlying Islands|Pacific/Wake Pacific/Midway
io|British Indian Ocean Territory|Indian/Chagos
tf|French Southern Territories|Indian/Kerguelen
pn|Pitcairn Islands,Pitcairn|Pacific/Pitcairn
gs|South Georgia and the South Sandwich Islands,South Georgia|Atlantic/South_Georgia";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_of_the_table_is_known() {
        for line in TABLE.lines() {
            let country = country(line).unwrap_or_else(|| panic!("{line}: three columns"));
            let written = line.rsplit('|').next().unwrap_or_default().split(' ').count();
            assert_eq!(country.zones.len(), written, "{line}");
        }
    }

    #[test]
    fn every_country_has_a_code_of_its_own() {
        let codes: std::collections::BTreeSet<&str> =
            COUNTRIES.iter().map(|country| country.code).collect();
        assert_eq!(codes.len(), COUNTRIES.len());
        assert!(codes.iter().all(|code| code.len() == 2));
    }
}
