//! Which words in a name say "legs", and which built-in exercise they suggest: a table in four languages.
//! It only ever suggests; whether the suggestion is right is asked.

/// What the words of a name point to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// The built-in exercise with this slug.
    Like(&'static str),
    /// Legs or nearly so, but which exercise cannot be told.
    Ask,
    /// Nothing for the legs.
    Other,
}
use Hint::{Ask, Like, Other};

/// A family of exercises: words that name it, words that tell its kinds apart, and what it is without them.
///
/// Words are separated by `|`; `a+b` wants both; a leading or trailing space wants the edge of a word.
struct Family {
    words: &'static str,
    kinds: &'static [(&'static str, Hint)],
    otherwise: Hint,
}

/// What the words of a name in the spelling of `fold` point to: the first family wins, in it the first kind.
pub(super) fn hint(folded: &str) -> Hint {
    let padded = format!(" {folded} ");
    let has = |words: &str| words.split('|').any(|all| all.split('+').all(|word| padded.contains(word)));
    match FAMILIES.iter().find(|family| has(family.words)) {
        Some(family) => {
            family.kinds.iter().find(|(words, _)| has(words)).map_or(family.otherwise, |(_, hint)| *hint)
        }
        None => Other,
    }
}

const SINGLE: &str = " single| one leg| einbein| unilateral| une jambe| una pierna| a una ";

#[rustfmt::skip]
const FAMILIES: &[Family] = &[
    // Words that hold a leg word and are none, and the few of them that are.
    Family { words: "leg raise|leg lift|knee raise|beinheben|knieheben|releve de jambe|releve de genou|elevacion de pierna|elevaciones de pierna",
        kinds: &[(" lateral| side |seitlich|laterale", Like("cable-hip-abduction"))], otherwise: Other },
    Family { words: "copenhagen|kopenhagen", kinds: &[], otherwise: Like("copenhagen-plank") },
    Family { words: "crunch|sit up|situp|push up|pushup|liegestutz|pull up|pullup|klimmzug| chin up|plank|toes to bar|mountain climb|flutter|ab wheel|bicycle| v up|twist|stretch|dehnen|foam roll|running|laufband|treadmill|elliptical|crosstrainer|stepper|stair|cycling|radfahren|rowing|rudern|nordic walking|burpee|jumping jack",
        kinds: &[], otherwise: Other },
    Family { words: "hip thrust|huftstoss|huftheben|poussee de hanche|empuje de cadera",
        kinds: &[(SINGLE, Like("single-leg-hip-thrust"))], otherwise: Like("hip-thrust") },
    Family { words: "glute bridge|hip bridge|beckenheb|gesassbrucke|schulterbrucke|pont fessier|puente de gluteo|puente gluteo",
        kinds: &[(SINGLE, Like("single-leg-hip-thrust"))], otherwise: Like("glute-bridge") },
    Family { words: "tricep|trizeps|bicep|bizeps|hammer curl| wrist|handgelenk|forearm|unterarm|shoulder|schulter|deltoid|lateral raise| chest|brust|pulldown|preacher| neck|nacken|hombro|pecho|epaule|poitrine|face pull",
        kinds: &[], otherwise: Other },
    // "Cable Kickback" is one for the triceps or for the glutes: Strong does not say.
    Family { words: "kickback|kick back", kinds: &[("glute|gluteo|gesass|fessier| hip ", Like("glute-kickback"))], otherwise: Ask },
    Family { words: " calf| calves| wade|mollet|gemelo|pantorrilla|gastrocnem|soleus",
        kinds: &[("donkey|esel", Like("donkey-calf-raise")),
            ("press|prensa", Like("leg-press-calf-raise")),
            ("seated|sitz|assis|sentad", Like("seated-calf-raise")),
            (SINGLE, Like("single-leg-calf-raise")),
            ("barbell|smith|langhantel| barre| barra|multipresse", Like("barbell-smith-calf-raise"))],
        otherwise: Like("standing-calf-raise-machine") },
    Family { words: "tibial|toe raise|dorsiflex", kinds: &[], otherwise: Like("tibialis-raise") },
    Family { words: "nordic|nordique|nordico", kinds: &[("reverse|umgekehrt|inverse", Like("reverse-nordic"))], otherwise: Like("nordic-curl") },
    Family { words: "glute ham|glutes ham| ghr | ghd ", kinds: &[], otherwise: Like("glute-ham-raise") },
    Family { words: "leg curl|legcurl|legs curl|hamstring curl| ham curl|beinbeug|beincurl|bein curl|femoral|ischio|curl de pierna|curl de jambe|leg flexion|flexion de jambe|flexion de pierna",
        kinds: &[(" slid|gleit| ball |towel", Like("sliding-leg-curl")),
            ("seated|sitz|assis|sentad", Like("seated-leg-curl")),
            ("standing|stehend|debout|de pie", Like("standing-leg-curl")),
            ("lying|liegend| prone|allonge|couche|tumbad|acostad", Like("lying-leg-curl"))],
        otherwise: Ask },
    Family { words: "leg extension|legextension|legs extension|knee extension|quad extension|beinstreck|extension de jambe|extension des jambe|extension jambe|extension de pierna|extensiones de pierna|extension de cuadri|extensiones de cuadri",
        kinds: &[(SINGLE, Like("single-leg-extension"))], otherwise: Like("leg-extension") },
    Family { words: " lunge|ausfallschritt| fente|zancada|estocada|desplante",
        kinds: &[("jump|sprung|saute|salto", Ask),
            ("bulgar", Like("bulgarian-split-squat")),
            ("walk|gehend|laufend|marche|caminando", Like("walking-lunge")),
            ("reverse|ruckwart|arriere|atras", Like("reverse-lunge")),
            ("lateral| side |seitlich", Like("lateral-lunge"))],
        otherwise: Like("forward-lunge") },
    Family { words: " step up|stepup|aufsteig|montee sur banc|subida al cajon", kinds: &[], otherwise: Like("step-up") },
    Family { words: "leg press|legpress|legs press|beinpress|presse a cuisse|presse cuisse|presse a jambe|presse jambe|prensa de pierna|prensa pierna|prensa inclinada|prensa horizontal|prensa 45",
        kinds: &[(SINGLE, Like("single-leg-press")),
            ("horizontal|seated|sitz|assis|sentad", Like("horizontal-leg-press"))],
        otherwise: Like("leg-press-45") },
    Family { words: "adduct|addukt|aductor|aduccion|inner thigh",
        kinds: &[("cable|kabel|band|poulie|polea", Ask)], otherwise: Like("hip-adduction-machine") },
    Family { words: "abduct|abdukt|abduccion|outer thigh",
        kinds: &[("cable|kabel|band|poulie|polea|standing|stehend", Like("cable-hip-abduction"))], otherwise: Like("hip-abduction-machine") },
    Family { words: "band walk|lateral walk|monster walk|crab walk", kinds: &[], otherwise: Like("lateral-band-walk") },
    Family { words: "box jump|kastensprung", kinds: &[], otherwise: Like("box-jump") },
    // A back extension on a machine works the lower back with the hip held still.
    Family { words: "hyperext|hyper extension|back extension|ruckenstreck|extension lumbar|extension lombaire|extension du dos",
        kinds: &[("reverse|umgekehrt|machine|maschine|maquina|ruckenstreck|lumbar|lombaire|du dos", Ask)], otherwise: Like("45-back-extension") },
    Family { words: "lower back|lumbar|lombaire|unterer rucken|erector", kinds: &[], otherwise: Ask },
    Family { words: "good morning|goodmorning|buenos dias", kinds: &[], otherwise: Like("good-morning") },
    Family { words: "pull through", kinds: &[], otherwise: Like("cable-pull-through") },
    Family { words: " swing+kettlebell| swing+ kb |swing+kugelhantel|kettlebell swing", kinds: &[], otherwise: Like("kettlebell-swing") },
    Family { words: "deadlift|kreuzheb|souleve de terre|peso muerto| rdl ",
        kinds: &[(" single| one leg| einbein| unilateral| une jambe| una pierna", Like("single-leg-rdl")),
            ("romanian+dumbbell| rdl+dumbbell| rdl+ db |rumanisch+kurzhantel|roumain+haltere|rumano+mancuerna", Like("dumbbell-rdl")),
            ("romanian| rdl |rumanisch|roumain|rumano", Like("romanian-deadlift")),
            ("stiff|straight leg|gestreckt|jambes tendues|piernas rigidas", Like("stiff-leg-deadlift")),
            ("sumo", Like("sumo-deadlift")),
            ("trap bar|hex bar|hexbar|trapbar", Like("trap-bar-deadlift")),
            ("high pull|dumbbell|kurzhantel|kettlebell|haltere|mancuerna|smith| band| cable", Ask)],
        otherwise: Like("conventional-deadlift") },
    Family { words: "squat|kniebeug|sentadilla|accroupi",
        kinds: &[("jump|sprung", Like("jump-squat")),
            ("bulgar", Like("bulgarian-split-squat")),
            ("split", Like("split-squat")),
            ("pistol| single| one leg|einbein", Like("pistol-squat")),
            ("sissy", Like("sissy-squat")),
            ("goblet", Like("goblet-squat")),
            ("hack+barbell|hack+langhantel|overhead|uberkopf|zercher|safety| wall|isometric| hold ", Ask),
            ("hack", Like("hack-squat-machine")),
            ("pendulum|pendel", Like("pendulum-squat")),
            (" belt|gurtel", Like("belt-squat")),
            ("smith|multipresse|multipower", Like("smith-squat")),
            ("front|delante", Like("front-squat")),
            (" box|kasten|cajon", Like("box-squat")),
            ("sumo|plie", Like("sumo-squat")),
            ("cossack| lateral| side |seitlich", Like("lateral-lunge")),
            ("low bar|lowbar", Like("low-bar-back-squat")),
            ("bodyweight|body weight| air |korpergewicht|poids du corps|peso corporal", Like("bodyweight-squat")),
            ("dumbbell|kurzhantel|haltere|mancuerna|kettlebell| band| cable|machine|maschine|maquina", Ask)],
        otherwise: Like("high-bar-back-squat") },
    // Whole-body lifts and the rest of what says "legs": a person has to say.
    Family { words: "wall sit|wandsitz| sled |prowler| clean | snatch | thruster|rack pull|fire hydrant| clam| leg | legs | bein|jambe|pierna| quad |quads|quadri|cuadri|hamstring|oberschenkel| thigh|cuisse|muslo|glute|gesass|fessier| hufte| hip | hips |hanche|cadera| knee | knees | knie",
        kinds: &[], otherwise: Ask },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exercise::find;
    use crate::exchange::spelling::fold;

    #[test]
    fn every_slug_of_the_table_is_in_the_catalogue_and_every_word_is_folded() {
        for family in FAMILIES {
            let hints = family.kinds.iter().map(|kind| kind.1).chain([family.otherwise]);
            for hint in hints {
                if let Like(slug) = hint {
                    assert!(find(slug).is_some(), "{slug}");
                }
            }
            for words in family.kinds.iter().map(|kind| kind.0).chain([family.words]) {
                for word in words.split(['|', '+']) {
                    assert_eq!(word.trim(), fold(word), "{word}");
                    assert!(word.trim().len() >= 2, "{words}");
                }
            }
        }
    }

    #[test]
    fn names_in_four_languages_find_their_exercise() {
        for (name, slug) in [
            ("Beinpresse", "leg-press-45"),
            ("Beinpresse sitzend", "horizontal-leg-press"),
            ("Presse à cuisses", "leg-press-45"),
            ("Prensa de piernas", "leg-press-45"),
            ("Leg Press Technogym (Gelb)", "leg-press-45"),
            ("Kniebeuge (Langhantel)", "high-bar-back-squat"),
            ("Sentadilla búlgara", "bulgarian-split-squat"),
            ("Beinstrecker", "leg-extension"),
            ("Extension de jambes (machine)", "leg-extension"),
            ("Beinbeuger liegend", "lying-leg-curl"),
            ("Curl femoral sentado", "seated-leg-curl"),
            ("Leg curl assis", "seated-leg-curl"),
            ("Wadenheben stehend", "standing-calf-raise-machine"),
            ("Wadenheben sitzend", "seated-calf-raise"),
            ("Mollets assis", "seated-calf-raise"),
            ("Calf Press on Seated Leg Press", "leg-press-calf-raise"),
            ("Ausfallschritte gehend", "walking-lunge"),
            ("Fentes arrière", "reverse-lunge"),
            ("Zancadas", "forward-lunge"),
            ("Hyperextensions", "45-back-extension"),
            ("Rumänisches Kreuzheben (Kurzhantel)", "dumbbell-rdl"),
            ("Soulevé de terre roumain", "romanian-deadlift"),
            ("Peso muerto", "conventional-deadlift"),
            ("Adduktoren Maschine", "hip-adduction-machine"),
            ("Abductores máquina", "hip-abduction-machine"),
            ("Poussée de hanche", "hip-thrust"),
            ("Schulterbrücke", "glute-bridge"),
            ("Reverse Nordic Curl", "reverse-nordic"),
            ("Side Leg Raise", "cable-hip-abduction"),
            ("Single Leg Hip Thrust (Bodyweight)", "single-leg-hip-thrust"),
        ] {
            assert_eq!(hint(&fold(name)), Like(slug), "{name}");
        }
    }

    #[test]
    fn what_only_sounds_like_legs_is_other_work() {
        for name in [
            "Hanging Leg Raise",
            "Flat Leg Raise",
            "Hanging Knee Raise",
            "Triceps Extension",
            "Bicep Curl (Machine)",
            "Hammer Curl (Dumbbell)",
            "Plank",
            "Kneeling Cable Crunch",
            "Beinheben hängend",
            "Plunge",
            "Whip",
            "Bench Press (Barbell)",
            "Seated Row (Cable)",
            "Overhead Smith Seated",
            "Nordic Walking",
            "Tricep Kickback",
            "Shoulder Press (Plate Loaded)",
            "",
        ] {
            assert_eq!(hint(&fold(name)), Other, "{name}");
        }
    }

    #[test]
    fn what_cannot_be_told_is_asked() {
        for name in [
            "Cable Kickback",
            "Lower Back",
            "Leg Curl",
            "Overhead Squat (Barbell)",
            "Hack Squat (Barbell)",
            "Rückenstrecker",
            "Back Extension (Machine)",
            "Reverse Hyperextension",
            "Deadlift (Dumbbell)",
            "Hip Airplane",
            "Clean (Barbell)",
        ] {
            assert_eq!(hint(&fold(name)), Ask, "{name}");
        }
    }
}
