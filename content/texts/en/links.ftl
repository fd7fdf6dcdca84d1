### Links and removal (under /zaak): what stands where, how it is reported there, what came of it.
### Only for who handles the case. Addresses and phone numbers: content/platforms.toml.

links-overview =
    { $count ->
        [0] Case { $number } has no links yet.
        [one] Case { $number } has { $count } link.
       *[other] Case { $number } has { $count } links.
    }

links-line =
    Link { $item } { $platform ->
        [snapchat] on Snapchat
        [tiktok] on TikTok
        [instagram] on Instagram
        [whatsapp] on WhatsApp
        [x] on X
        [discord] on Discord
        [telegram] on Telegram
        [signal] on Signal
        [youtube] on YouTube
        [facebook] on Facebook
        [game] in a game
       *[other] somewhere else
    }: { $state ->
        [unsure] not clear yet where.
        [asked] removal was asked for.
        [no-answer] no answer yet.
        [refused] refused.
        [removed] removed.
        [dropped] not kept.
       *[to-ask] not asked for yet.
    }

links-ask =
    Which links belong to case { $number }? Send them to me in one message.
    Is there no link? Then send the name of the account.
    I do not open any link.

links-no-pictures =
    I don't keep a picture or a video here. Send the link only.

links-too-long =
    That is too long to keep. Send the link, or the name of the account. There is room for { $count } signs.

links-too-many =
    I keep { $count } links of one case at most. Report the rest together with one of these.

links-known-already =
    That one is on the list already.

links-added =
    { $count ->
        [one] I kept { $count } link.
       *[other] I kept { $count } links.
    }

links-unsure =
    This is not a link:
    { $text }
    On which platform is it? Choose one, then I keep these words.

links-one =
    Link { $item } { $platform ->
        [snapchat] on Snapchat
        [tiktok] on TikTok
        [instagram] on Instagram
        [whatsapp] on WhatsApp
        [x] on X
        [discord] on Discord
        [telegram] on Telegram
        [signal] on Signal
        [youtube] on YouTube
        [facebook] on Facebook
        [game] in a game
       *[other] somewhere else
    }: { $state ->
        [unsure] not clear yet where.
        [asked] removal was asked for.
        [no-answer] no answer yet.
        [refused] refused.
        [removed] removed.
        [dropped] not kept.
       *[to-ask] not asked for yet.
    }
    { $text }

links-event =
    { $time }: { $what ->
        [typed] named by { $name }.
        [noted] kept by { $name }.
        [dropped] not kept, says { $name }.
        [asked] removal asked for by { $name }.
        [no-answer] no answer yet, says { $name }.
        [refused] refused, says { $name }.
        [removed] removed, says { $name }.
        [back] there again, says { $name }.
        [later] { $name } will look again later.
       *[reminded] reminder sent.
    }

links-event-unnamed =
    { $time }: { $what ->
        [typed] named.
        [noted] kept.
        [dropped] not kept.
        [asked] removal asked for.
        [no-answer] no answer yet.
        [refused] refused.
        [removed] removed.
        [back] there again.
        [later] to be looked at again later.
       *[reminded] reminder sent.
    }

links-look-at =
    Look again on { $time }. I will remind you.

links-save-first =
    First save the link, the name of the account and the time. Block only after that. Make no copy of nude images.

links-author-first =
    Is it safe? Then first ask who placed it to take it away.

links-how-snapchat =
    How to report it: press and hold the snap or the message and choose Report. Without the app, use the form.

links-how-tiktok =
    How to report it: press and hold the video and choose Report. Then choose: report illegal content.

links-how-instagram =
    How to report it: tap the three dots and choose Report. Without an account, use the form.

links-how-whatsapp =
    How to report it: open the chat, tap the name and choose Report. WhatsApp then gets the last five messages.
    This works only on the phone of who has the message.

links-how-x =
    How to report it: tap the three dots and choose Report. Say whether it is about you or about somebody else.

links-how-discord =
    How to report it: press and hold the message and choose Report Message. Without an account, use the form.
    Copy the link of the message first for that.

links-how-telegram =
    How to report it: tap the message and choose Report. Does that not work? Mail the link to abuse@telegram.org.

links-how-signal =
    Signal cannot read messages and cannot remove them. Ask who placed it to take it away.
    In the app you can block and report somebody.

links-how-youtube =
    How to report it: tap Report at the video. Anybody may do that.
    A privacy complaint goes by the form.

links-how-facebook =
    How to report it: tap the three dots and choose Report.

links-how-game =
    How to report it: open the menu of the game, choose the player and choose Report.
    Report the message itself. A name alone says too little.

links-how-other =
    Look for Contact or Report on the site. Does the site not remove it? Then ask the police or Helpwanted for advice.

links-who-anybody =
    Anybody may report this, school too.

links-who-account =
    Only somebody with an account there can report this.

links-who-shown =
    The form is only for who is shown, or for a parent. School may not fill it in.

links-told =
    Who placed it hears that there is a complaint. Talk about that with who is shown first.

links-not-told =
    Who placed it does not hear who reported it.

links-fast-helpwanted =
    Is it nude or sexual? Then do not open it. Helpwanted helps to get it removed, free of charge: { $helpwanted }.

links-fast-take-it-down =
    Is somebody in the image younger than 18? Take It Down helps platforms to stop it.
    The image itself stays on their own phone.

links-due =
    Case { $number }: it is time to look whether something was removed.
    .subject = Case { $number }: look again

links-case-closed =
    Case { $number } is closed. Nothing about it changes any more.

links-toast-stale =
    That does not fit how it stands now. I show you how it is.

links-toast-noted =
    Noted.
