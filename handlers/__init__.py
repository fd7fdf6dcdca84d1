"""What the bot can do: one module for each conversation, and this one list of routes."""

from bot.routing import Route
from handlers import (
    administration,
    announcements,
    asking,
    case_log,
    cases,
    groups,
    reach,
    reports,
    start,
    unread,
)

ROUTES: tuple[Route, ...] = (
    # Getting to know each other
    start.start,
    start.show_help,
    start.choose_language,
    start.language_tapped,
    start.code_let_slip,
    # Asking
    asking.ask,
    asking.show_clause,
    asking.answer_again,
    asking.answer_after_all,
    asking.show_facts,
    asking.show_values,
    asking.forget,
    # Reporting
    reports.report,
    reports.answer_in_words,
    reports.report_in_plain_words,
    reports.tapped,
    reports.heard_of_removal,
    reports.go_on_in_private,
    reports.heard_of_notice,
    reports.remind,
    # Handling reports
    cases.list_cases,
    cases.show_case,
    unread.ask_next,
    unread.heard_of_request,
    # Reaching every pupil
    announcements.announce,
    announcements.read,
    announcements.confirm_from_mail,
    announcements.spoken,
    announcements.not_reached,
    announcements.waive,
    announcements.heard_of_attempt,
    announcements.heard_of_task,
    announcements.look_again,
    reach.show_reach,
    # Class groups
    groups.couple,
    groups.uncouple,
    groups.heard_how_group_stands,
    groups.heard_of_link,
    groups.asked_to_join,
    groups.told_applicant,
    groups.let_in,
    groups.joined,
    groups.heard_of_removal,
    groups.left,
    groups.spoke,
    groups.rights_changed,
    groups.heard_of_rights,
    groups.heard_who_is_in,
    groups.moved,
    # The command line
    administration.import_roster,
    administration.invite,
    case_log.read_log,
    # Plain words that nobody else waits for
    asking.plain_words,
)
