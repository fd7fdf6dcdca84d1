### Asking classes not to forward something (under /zaak). The texts with -group- go to the group of
### a class: no name, no link, and not what it is about.

appeal-group-images =
    There are photos or videos going around that can hurt somebody.
    Do you have one? Do not forward it and do not show it to anybody.
    Does something worry you, or do you know more? Talk to your mentor, or send me /meld in private.

appeal-group-messages =
    There are messages going around that can hurt somebody.
    Do you get one? Do not forward it and do not react to it.
    Does something worry you, or do you know more? Talk to your mentor, or send me /meld in private.

appeal-group-anything =
    There is something going around that can hurt somebody.
    Do you get it? Do not forward it and do not join in.
    Does something worry you, or do you know more? Talk to your mentor, or send me /meld in private.

appeal-choose-text =
    Which text must go to the groups? Choose one.
    You cannot change anything in it. That way it never holds a name.

appeal-choose-classes =
    { $count ->
        [0] Choose the classes.
        [one] You chose { $count } class.
       *[other] You chose { $count } classes.
    }
    Tap again to take a class out. After that I ask somebody else for approval.

appeal-please-approve =
    { $name } wants to make an appeal to these classes: { $classes }.
    The text stands below. Is it good? After your approval I post it at once.

appeal-nobody-approves =
    There is nobody who can approve. A second person of school has to know me first, with a code.

appeal-line =
    Appeal { $item }: { $stage ->
        [waiting] waits for approval.
        [approved] approved.
        [declined] declined.
        [revoked] taken back.
       *[choosing] not ready yet.
    }

appeal-view =
    Case { $number }, appeal { $item }: { $stage ->
        [waiting] waits for approval.
        [approved] approved.
        [declined] declined.
        [revoked] taken back.
       *[choosing] not ready yet.
    }
    { $about ->
        [images] About: photos and videos.
        [messages] About: messages.
       *[anything] About: something that goes around.
    }
    Classes: { $classes }

appeal-turned =
    { $time }: { $stage ->
        [waiting] approval asked for by { $name }.
        [approved] approved by { $name }.
        [declined] declined by { $name }.
        [revoked] taken back by { $name }.
       *[choosing] begun by { $name }.
    }

appeal-turned-unnamed =
    { $time }: { $stage ->
        [waiting] approval asked for.
        [approved] approved.
        [declined] declined.
        [revoked] taken back.
       *[choosing] begun.
    }

appeal-promised =
    Class { $class }: I am posting it now.

appeal-accepted =
    Class { $class }: posted on { $time }.

appeal-refused =
    Class { $class }: posting did not work. See whether I am still in the group and may write there.

appeal-no-group =
    Class { $class }: not posted. This class has no group with me.

appeal-outside =
    { $count ->
        [one] Class { $class }: { $count } pupil is not in the group and does not see this.
       *[other] Class { $class }: { $count } pupils are not in the group and do not see this.
    }

appeal-reach-them =
    Must everybody hear it? A teacher of the class types /bericht with this text in the group.
    Then every pupil gets it another way.

appeal-tell-them =
    A class without a group does not hear this from me. Let the mentor tell it in class.

appeal-news =
    Case { $number }: there is news about your appeal.
    .subject = Case { $number }: news about your appeal

appeal-case-closed =
    Case { $number } is closed. An appeal is not possible any more.

appeal-too-many =
    One case can have { $count } appeals at most.

appeal-no-classes =
    I know no classes of this school.

appeal-toast-late =
    That is not possible any more. I show you how it is now.

appeal-toast-decided =
    That is not needed any more. It was decided already.

appeal-toast-own =
    You asked for this yourself. Somebody else has to approve.

appeal-toast-approved =
    Thank you. I post the appeal now.

appeal-toast-declined =
    Thank you. I do not post the appeal.

appeal-toast-no-class =
    Choose a class first.

appeal-toast-revoked =
    Taken back. I post nothing.

appeal-toast-asked =
    I asked for approval.
