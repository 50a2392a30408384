//! Export, restore, erase, and the way in for another app's log.

use super::{card, copies, page, restore, room, stack, two};
use crate::app::actions;
use crate::app::device;
use crate::app::documents::{Documents, documents};
use crate::app::href;
use crate::app::mirror::mirror;
use crate::app::shell::{backup_name, save_as_file};
use crate::exchange;
use crate::i18n::en::{data as words, today};
use crate::routes::Page;
use crate::ui::element::{El, el, fixed, of, say, say_as};
use crate::ui::state::State;
use crate::ui::{Look, button, link_button};

/// The data page.
pub fn data() -> El {
    let docs = documents();
    // Where files can be shared, a download is the other way.
    let shares = device::can_give();
    let share = shares.then(|| button(words::SHARE_DO, Look::Primary).press(move || back_up(docs)));
    let look = if shares { Look::Ghost } else { Look::Primary };
    let export = button(words::EXPORT_DO, look).press(move || save_as_file(docs));
    let backup = move || words::backup(docs.settings().with(|s| s.exported_on));
    let export = card()
        .set("id", "export")
        .child(say("h2", words::EXPORT))
        .child(say_as("p", "muted", words::EXPORT_TEXT))
        .child(el("p").live_text(backup))
        .maybe(share)
        .child(export)
        .child(say_as("p", "muted", words::TABLES_TEXT))
        .child(of("div", "buttons").child(table(docs)).child(as_strong(docs)));
    let install = device::is_ios() && !device::is_installed();
    page(fixed(""), fixed(words::TITLE), None)
        .maybe(install.then(|| say_as("p", "card warn", today::INSTALL_IOS)))
        .child(two(
            stack().child(export).child(restore::card_of_files()),
            stack()
                .child(copies::card_of_copies())
                .child(other_apps())
                .child(room::card_of_room())
                .child(erase()),
        ))
}

/// Everything as one file through the system's own sharing, or downloaded where that fails. Chromium shares no `.json`
/// (its `FILE_TYPES.md`) and says so too late to ask again: the file goes as a text.
fn back_up(docs: Documents) {
    let day = docs.now().day;
    let name = backup_name(day);
    device::give(&name, &format!("{name}.txt"), &actions::export_text(docs), move |gone| {
        if gone { actions::backed_up(docs, day) } else { actions::not_backed_up(docs) }
    });
}

/// The whole log for a spreadsheet.
fn table(docs: Documents) -> El {
    button(words::TABLE_DO, Look::Ghost).press(move || {
        let own = docs.exercises().get_untracked();
        save(docs, "legwork-sets", &docs.log().with_untracked(|log| exchange::whole_log(log, &own)));
    })
}

/// The log for another app.
fn as_strong(docs: Documents) -> El {
    button(words::STRONG_DO, Look::Ghost).press(move || {
        let own = docs.exercises().get_untracked();
        let unit = docs.settings().with_untracked(|settings| settings.mass);
        let text = docs.log().with_untracked(|log| exchange::as_strong(log, &own, unit, device::offset_at));
        save(docs, &format!("legwork-for-other-apps-{}", words::unit(unit)), &text);
    })
}

fn save(docs: Documents, name: &str, text: &str) {
    let file = format!("{name}-{}.csv", docs.today().get_untracked());
    if device::download(&file, "text/csv;charset=utf-8", text).is_some() {
        actions::exported(docs);
    }
}

/// The way to the import.
fn other_apps() -> El {
    card().child(say("h2", words::IMPORT)).child(say_as("p", "muted", words::IMPORT_TEXT)).child(link_button(
        words::IMPORT_OPEN,
        Look::Ghost,
        href(Page::Import),
    ))
}

fn erase() -> El {
    let mirror = mirror();
    let asked = State::new(false);
    let buttons = move || {
        let buttons = of("div", "buttons");
        if !asked.get() {
            return buttons.child(button(words::ERASE_DO, Look::Danger).press(move || asked.set(true)));
        }
        let sure = button(words::ERASE_SURE, Look::Danger).press(move || {
            // Refused by the browser: the banner above says so.
            mirror.erase_everything().ok();
            asked.set(false);
        });
        buttons.child(sure).child(button(words::CANCEL, Look::Ghost).press(move || asked.set(false)))
    };
    card().child(say("h2", words::ERASE)).child(say_as("p", "muted", words::ERASE_TEXT)).part(buttons)
}
