### How long a case is kept, and when it goes. All of this is for those who handle the case.

keep-open =
    Case { $number } is not closed yet. Until then everything is kept.

keep-goes =
    Case { $number } will be destroyed on { $date }. After that nobody can read it any more.

keep-stays =
    Case { $number } is closed and stays. The school chose no last day for cases like this.

keep-because =
    Kept longer, until { $date }, because: { $text }

keep-held-because =
    Not to be destroyed before { $date }, because: { $text }

keep-ask-reason =
    Why must case { $number } be kept longer? Type the reason.

keep-ask-hold =
    Until which day may case { $number } not be destroyed, and why?
    Type the day first and then the reason, for example: 31-12-2027 it is before the court.

keep-hold-unclear =
    I do not understand that. First type a day to come, within ten years, and then the reason.
    For example: 31-12-2027 it is before the court.

keep-warning =
    Case { $number } will be destroyed on { $date }. After that nobody can read it any more.
    Must it be kept longer? Choose the button below, or type /zaak { $number } in a private chat with me.
    .subject = Case { $number } will be destroyed

keep-draft-warning =
    You began a report, but it is not finished. On { $date } I will erase what you wrote.
    Do you want to go on? Type /meld.
