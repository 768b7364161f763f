//! The zones that are in use, and all the names they are asked for by.

use engine::rules::Zone;
use std::sync::LazyLock;

use crate::parse::fold::folded;
use crate::parse::zone::countries::COUNTRIES;

/// The zones in which most people live, the most populous first.
const LARGEST: &[&str] = &[
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Karachi",
    "Africa/Lagos",
    "America/New_York",
    "Asia/Dhaka",
    "Asia/Jakarta",
    "America/Sao_Paulo",
    "Africa/Addis_Ababa",
    "Asia/Tokyo",
    "Asia/Manila",
    "Africa/Cairo",
    "Asia/Ho_Chi_Minh",
    "America/Chicago",
    "America/Mexico_City",
    "Europe/Moscow",
    "Asia/Tehran",
    "Europe/Istanbul",
    "Europe/Berlin",
    "Asia/Bangkok",
    "Europe/London",
    "Europe/Paris",
    "Africa/Dar_es_Salaam",
    "Africa/Johannesburg",
    "America/Los_Angeles",
    "Africa/Kinshasa",
    "Europe/Rome",
    "Africa/Nairobi",
    "Asia/Yangon",
    "America/Bogota",
    "Asia/Seoul",
    "Africa/Khartoum",
    "Africa/Kampala",
    "Europe/Madrid",
    "Africa/Algiers",
    "Asia/Baghdad",
    "Africa/Lubumbashi",
    "Asia/Kabul",
    "Asia/Aden",
    "Europe/Warsaw",
    "Africa/Casablanca",
    "Africa/Luanda",
    "Europe/Kyiv",
    "Asia/Riyadh",
    "America/Lima",
    "Africa/Accra",
    "Africa/Maputo",
    "Asia/Kathmandu",
    "Indian/Antananarivo",
    "Africa/Abidjan",
    "Africa/Douala",
    "America/Caracas",
    "Asia/Kuala_Lumpur",
    "Asia/Tashkent",
    "Africa/Niamey",
    "Asia/Pyongyang",
    "America/Fortaleza",
    "America/Argentina/Buenos_Aires",
    "Asia/Damascus",
    "Africa/Bamako",
    "America/Toronto",
    "Asia/Taipei",
    "Asia/Colombo",
    "Asia/Almaty",
    "America/Denver",
    "Asia/Makassar",
    "America/Santiago",
    "Europe/Bucharest",
    "Europe/Amsterdam",
    "Asia/Yekaterinburg",
    "Australia/Sydney",
    "America/Bahia",
    "America/Recife",
    "America/Phoenix",
    "Asia/Dubai",
    "Europe/Athens",
    "Europe/Lisbon",
    "Europe/Stockholm",
    "America/Vancouver",
    "Australia/Melbourne",
    "Australia/Brisbane",
    "Asia/Hong_Kong",
    "Asia/Singapore",
    "Pacific/Auckland",
    "UTC",
];

/// What people say for a zone, beside its own name and that of its country.
const ALIASES: &[(&str, &str)] = &[
    ("Africa/Cairo", "alexandria, giza, القاهرة, الإسكندرية"),
    ("Africa/Casablanca", "rabat, marrakesh, marrakech, الدار البيضاء, الرباط"),
    ("Africa/Johannesburg", "cape town, durban, pretoria, sast"),
    ("Africa/Lagos", "abuja, ibadan, kano, wat"),
    ("Africa/Nairobi", "mombasa, eat"),
    ("America/Anchorage", "alaska"),
    ("America/Argentina/Buenos_Aires", "rosario, art"),
    ("America/Bahia", "salvador"),
    ("America/Bogota", "medellin, cali, cartagena"),
    ("America/Chicago", "cst, cdt, central, houston, dallas, austin, san antonio, texas, illinois"),
    ("America/Chicago", "minneapolis, new orleans, nashville, memphis, milwaukee, st louis"),
    ("America/Chicago", "kansas city"),
    ("America/Costa_Rica", "san jose"),
    ("America/Denver", "mst, mdt, mountain, colorado, salt lake city, utah, albuquerque"),
    ("America/Detroit", "michigan"),
    ("America/Edmonton", "calgary, alberta"),
    ("America/Guayaquil", "quito"),
    ("America/Halifax", "nova scotia"),
    ("America/Los_Angeles", "pst, pdt, pacific, california, la, sf, san francisco, san diego"),
    ("America/Los_Angeles", "san jose, seattle, washington, portland, oregon, las vegas, nevada"),
    ("America/Mexico_City", "guadalajara, puebla, cdmx"),
    ("America/New_York", "est, edt, eastern, ny, nyc, boston, washington, dc, washington dc"),
    ("America/New_York", "philadelphia, atlanta, georgia, charlotte, orlando, tampa, florida"),
    ("America/New_York", "miami, cleveland, pittsburgh, baltimore, new jersey, ohio"),
    ("America/Phoenix", "arizona"),
    ("America/Puerto_Rico", "san juan"),
    ("America/Sao_Paulo", "brt, rio, rio de janeiro, brasilia, belo horizonte, curitiba"),
    ("America/Sao_Paulo", "porto alegre"),
    ("America/St_Johns", "newfoundland"),
    ("America/Toronto", "montreal, quebec, ottawa, ontario"),
    ("America/Vancouver", "british columbia, victoria"),
    ("America/Winnipeg", "manitoba"),
    ("Asia/Dubai", "abu dhabi, sharjah, gst, دبي, أبوظبي"),
    ("Asia/Ho_Chi_Minh", "hanoi, saigon, ict"),
    ("Asia/Jakarta", "surabaya, bandung, wib"),
    ("Asia/Jerusalem", "tel aviv, haifa"),
    ("Asia/Karachi", "lahore, islamabad, pkt"),
    ("Asia/Kolkata", "ist, delhi, new delhi, mumbai, bombay, bangalore, bengaluru, hyderabad"),
    ("Asia/Kolkata", "chennai, madras, calcutta, pune, ahmedabad, jaipur, lucknow, दिल्ली, मुंबई"),
    ("Asia/Makassar", "bali, denpasar, wita"),
    ("Asia/Qatar", "doha, الدوحة"),
    ("Asia/Riyadh", "jeddah, mecca, medina, ast, الرياض, جدة, مكة"),
    ("Asia/Seoul", "busan, kst, 서울"),
    ("Asia/Shanghai", "beijing, peking, guangzhou, shenzhen, chengdu, wuhan, 北京, 上海"),
    ("Asia/Singapore", "sgt"),
    ("Asia/Tehran", "mashhad, isfahan, irst"),
    ("Asia/Tokyo", "jst, osaka, kyoto, yokohama, nagoya, sapporo, 東京, 大阪, 京都"),
    ("Asia/Yangon", "rangoon"),
    ("Atlantic/Canary", "canary islands, canarias, kanaren, tenerife, las palmas"),
    ("Australia/Adelaide", "south australia, acst, acdt"),
    ("Australia/Brisbane", "queensland, gold coast"),
    ("Australia/Hobart", "tasmania"),
    ("Australia/Melbourne", "victoria"),
    ("Australia/Perth", "western australia, awst"),
    ("Australia/Sydney", "canberra, new south wales, aest, aedt"),
    ("Europe/Amsterdam", "rotterdam, the hague, den haag"),
    ("Europe/Athens", "eet, eest, athen, atenas, thessaloniki"),
    ("Europe/Berlin", "cet, cest, mez, mesz, hamburg, munich, münchen, muenchen, cologne, köln"),
    ("Europe/Berlin", "koeln, frankfurt, stuttgart, düsseldorf, leipzig, dresden, bremen"),
    ("Europe/Berlin", "hannover, dortmund, essen, bonn, kiel"),
    ("Europe/Brussels", "antwerp, bruxelles, brüssel"),
    ("Europe/Bucharest", "bukarest"),
    ("Europe/Copenhagen", "københavn, kopenhagen"),
    ("Europe/Dublin", "cork, galway, limerick"),
    ("Europe/Istanbul", "ankara, izmir"),
    ("Europe/Kyiv", "kiev, kiew, kharkiv, odesa, odessa, lviv"),
    ("Europe/Lisbon", "lisboa, lissabon, porto"),
    ("Europe/London", "gmt, bst, manchester, birmingham, liverpool, leeds, bristol, edinburgh"),
    ("Europe/London", "glasgow, cardiff, belfast, londres, ロンドン"),
    ("Europe/Madrid", "barcelona, valencia, seville, sevilla, bilbao, málaga, zaragoza, cordoba"),
    ("Europe/Moscow", "msk, st petersburg, saint petersburg, moskau, moscú, москва"),
    ("Europe/Paris", "lyon, marseille, toulouse, nice, bordeaux, lille, パリ"),
    ("Europe/Prague", "praha, prag, praga, brno"),
    ("Europe/Rome", "roma, rom, milan, milano, mailand, naples, napoli, turin, florence, venice"),
    ("Europe/Stockholm", "gothenburg, göteborg, malmö"),
    ("Europe/Vienna", "wien, viena, graz, salzburg, linz"),
    ("Europe/Warsaw", "warszawa, warschau, varsovia, krakow, gdansk, wroclaw, poznan"),
    ("Europe/Zurich", "zuerich, geneva, genf, basel, bern"),
    ("Pacific/Auckland", "wellington, christchurch, nzst, nzdt"),
    ("Pacific/Honolulu", "hst, hawaii"),
    ("Africa/Tripoli", "tripoli, طرابلس"),
    ("America/Argentina/Buenos_Aires", "santa fe"),
    ("America/Bogota", "cot"),
    ("America/Caracas", "valencia, merida"),
    ("America/Chicago", "ct, central time, birmingham, springfield"),
    ("America/Denver", "mt, mountain time, santa fe"),
    ("America/Halifax", "ast, adt, atlantic time"),
    ("America/Havana", "cst, cdt, havanna, la habana"),
    ("America/La_Paz", "la paz, santa cruz"),
    ("America/Lima", "trujillo, pet"),
    ("America/Los_Angeles", "pt, pacific time"),
    ("America/Managua", "leon, granada"),
    ("America/Manaus", "amt"),
    ("America/Mazatlan", "la paz"),
    ("America/Mexico_City", "leon, mexiko stadt, ciudad de mexico, mexico df"),
    ("America/New_York", "et, eastern time, portland, cambridge, springfield, filadelfia"),
    ("America/Chicago", "nueva orleans"),
    ("America/Puerto_Rico", "ast"),
    ("America/Santiago", "clt"),
    ("America/Toronto", "hamilton"),
    ("Asia/Amman", "عمان"),
    ("Asia/Beirut", "tripoli, طرابلس"),
    ("Asia/Dhaka", "bst"),
    ("Asia/Hong_Kong", "hkt"),
    ("Asia/Jerusalem", "ist"),
    ("Asia/Karachi", "hyderabad"),
    ("Asia/Kathmandu", "npt"),
    ("Asia/Kolkata", "neu delhi, nueva delhi, kalkutta, calcuta"),
    ("Asia/Manila", "pht"),
    ("Asia/Riyadh", "mekka, la meca, dschidda"),
    ("Asia/Seoul", "seul"),
    ("Asia/Shanghai", "cst, canton"),
    ("Asia/Tokyo", "kioto"),
    ("Asia/Yerevan", "amt"),
    ("Atlantic/Bermuda", "hamilton"),
    ("Atlantic/Canary", "santa cruz, santa cruz de tenerife"),
    ("Australia/Sydney", "newcastle"),
    ("Europe/Amsterdam", "la haya"),
    ("Europe/Berlin", "hamburgo, colonia, francfort, francoforte, nuremberg, nürnberg, dresde"),
    ("Europe/Brussels", "antwerpen, amberes, gante, gent, brujas, brügge"),
    ("Europe/Dublin", "ist"),
    ("Europe/Istanbul", "trt, estambul"),
    ("Europe/Lisbon", "wet, west"),
    ("Europe/London", "cambridge, newcastle, oxford, edimburgo, halifax"),
    ("Europe/Madrid", "merida, guadalajara, cartagena, leon, granada, toledo, trujillo"),
    ("Europe/Moscow", "san petersburgo, sankt petersburg"),
    ("Europe/Paris", "nizza, niza, marsella, burdeos, strasbourg, strassburg, estrasburgo"),
    ("Europe/Rome", "neapel, venedig, florenz, genua, milan, napoles, florencia, venecia"),
    ("Europe/Warsaw", "krakau, cracovia, breslau, danzig, posen"),
    ("Europe/Zurich", "ginebra, basilea, berna"),
    ("UTC", "gmt, zulu"),
];

/// All zones in use, the most populous first.
pub(crate) static KNOWN: LazyLock<Vec<Zone>> = LazyLock::new(|| {
    let largest = LARGEST.iter().filter_map(|name| name.parse::<Zone>().ok());
    // The largest zone of each country comes before the second of any.
    let most = COUNTRIES.iter().map(|country| country.zones.len()).max().unwrap_or_default();
    let others = (0..most)
        .flat_map(|n| COUNTRIES.iter().filter_map(move |country| country.zones.get(n).copied()));
    let mut known = vec![];
    for zone in largest.chain(others) {
        if !known.contains(&zone) {
            known.push(zone);
        }
    }
    known
});

/// A name without case and accents, and the zones it stands for, the most populous first.
pub(crate) struct Name {
    pub(crate) words: String,
    pub(crate) zones: Vec<Zone>,
}

impl Name {
    fn new(words: &str, zones: &[Zone]) -> Name {
        Name { words: folded(words), zones: zones.to_vec() }
    }
}

/// All names, in the order in which they count: countries, aliases, codes of countries, cities.
pub(crate) static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let countries = COUNTRIES.iter().flat_map(|country| {
        country.names.iter().map(move |words| Name::new(words, &country.zones))
    });
    let aliases = ALIASES.iter().flat_map(|(zone, names)| {
        let zones: Vec<Zone> = zone.parse::<Zone>().into_iter().collect();
        names.split(", ").map(move |words| Name::new(words, &zones))
    });
    let codes = COUNTRIES.iter().map(|country| Name::new(country.code, &country.zones));
    let cities = KNOWN.iter().map(|zone| Name::new(city(*zone), &[*zone]));
    countries.chain(aliases).chain(codes).chain(cities).collect()
});

/// A zone with the words it is found by.
pub(crate) struct ZoneWords {
    pub(crate) zone: Zone,
    city: String,
    name: Vec<String>,
    /// Those of its country, and of its aliases.
    others: Vec<String>,
}

/// All zones in use with their words, the most populous first.
pub(crate) static ZONE_WORDS: LazyLock<Vec<ZoneWords>> =
    LazyLock::new(|| KNOWN.iter().map(|zone| ZoneWords::of(*zone)).collect());

/// By what a zone is found, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    City,
    Name,
    Other,
}

impl ZoneWords {
    fn of(zone: Zone) -> ZoneWords {
        let split = |words: &str| -> Vec<String> { words.split(' ').map(str::to_owned).collect() };
        let names = NAMES.iter().filter(|name| name.zones.contains(&zone));
        ZoneWords {
            zone,
            city: folded(city(zone)),
            name: split(&folded(zone.name())),
            others: names.flat_map(|name| split(&name.words)).collect(),
        }
    }

    /// Whether each of these words begins one of its own.
    pub(crate) fn fit(&self, words: &str) -> Option<Fit> {
        let begins = |known: &[String], part: &str| known.iter().any(|word| word.starts_with(part));
        if self.city.starts_with(words) {
            return Some(Fit::City);
        }
        if words.split(' ').all(|part| begins(&self.name, part)) {
            return Some(Fit::Name);
        }
        let is_known = |part: &str| begins(&self.name, part) || begins(&self.others, part);
        words.split(' ').all(is_known).then_some(Fit::Other)
    }
}

fn city(zone: Zone) -> &'static str {
    zone.name().rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_that_is_written_here_is_in_use() {
        for name in LARGEST.iter().chain(ALIASES.iter().map(|(zone, _)| zone)) {
            let zone = name.parse::<Zone>().unwrap_or_else(|_| panic!("{name}"));
            assert!(KNOWN.contains(&zone), "{name}");
        }
    }
}
