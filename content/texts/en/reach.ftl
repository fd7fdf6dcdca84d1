### /bericht and /bereik: a message to the class, and who has been reached. Texts with -group- in
### their name go to a group: the name of a pupil never stands there.

## The message itself

notice-group-post =
    Message from { $sender } for class { $class }:

    { $text }

    Have you read this? Choose ‘Read’.

notice-private =
    Message from { $sender } for class { $class }:

    { $text }

    Have you read this? Choose ‘Read’.

notice-guardian =
    Message from { $sender } for { $pupil_name } of class { $class }:

    { $text }

    Have you read this? Choose ‘Read’.

## What a pupil or parent sees after a tap (200 characters at most)

notice-toast-read = Thank you! I have noted that you read it.

notice-toast-already = I already knew that you read it. Thank you!

notice-toast-not-for-you = This message is for the pupils of the class.

notice-toast-unknown = I don't know yet who you are. First send me a private message with your code.

## What the teacher hears

notice-posted =
    { $total ->
        [one] Your message has been sent to class { $class }. The class has { $total } pupil.
       *[other] Your message has been sent to class { $class }. The class has { $total } pupils.
    }
    In the group: { $in_group }. In another way: { $other_way }. To be spoken to by you: { $by_you }.
    Type /bereik to see who has read it.

notice-empty =
    Your message is still empty. Type /bericht followed by your text.

notice-not-your-class =
    You can't send a message to class { $class }. Only somebody who belongs to that class can.

notice-no-class =
    This group does not belong to a class yet. First type /koppel and the class here.

notice-no-pupils =
    Class { $class } has no pupils on its list yet. I have not sent anything.

notice-closed =
    Every pupil of class { $class } has been reached. Your message is now closed.
    The message was: { $text }

## A pupil you have to speak to yourself

task-speak =
    I can't reach { $name } of class { $class } myself. Will you tell it?
    The message: { $text }

task-spoken-noted =
    Noted: you have spoken to { $name }.

task-not-reached-noted =
    Noted: { $name } has not been reached yet. I keep this open for you.

task-already-done =
    { $name } had been reached already. There is nothing more you need to do.

task-not-yours =
    This task belongs to another colleague.

## /vrijstellen

waive-how =
    Type /vrijstellen, the pupil and your reason. Name the pupil in full, or by the code on the class list.
    For example: /vrijstellen 7B-14 is at camp with another class today.

waive-noted =
    { $count ->
        [one] Noted: { $pupil } need not get { $count } message.
       *[other] Noted: { $pupil } need not get { $count } messages.
    }

## /bereik

reach-no-class =
    I don't know that class, or you don't belong to it.
    Type /bereik to see the classes you do belong to.

reach-nothing-open =
    No message is open for class { $class }. Everybody has been reached.

reach-overview =
    Message to class { $class }: { $text }
    { $reached ->
        [one] Of the { $total } pupils, { $reached } has been reached.
       *[other] Of the { $total } pupils, { $reached } have been reached.
    }

reach-line-unreached = { $name }: not reached yet.

reach-line-promised =
    { $way ->
        [group] { $name }: the message is going to the group.
        [pupil-chat] { $name }: is getting a private message.
        [guardian-chat] { $name }: a parent is getting a private message.
        [guardian-email] { $name }: a parent is getting an e-mail.
       *[adult] { $name }: is waiting for a talk with a member of staff.
    }

reach-line-accepted =
    { $way ->
        [group] { $name }: is in the group, but has not confirmed yet.
        [pupil-chat] { $name }: private message sent, not confirmed yet.
        [guardian-chat] { $name }: private message to a parent sent, not confirmed yet.
        [guardian-email] { $name }: e-mail to a parent sent, not confirmed yet.
       *[adult] { $name }: is waiting for a talk with a member of staff.
    }

reach-line-refused =
    { $way ->
        [group] { $name }: the message in the group did not arrive.
        [pupil-chat] { $name }: the private message did not arrive.
        [guardian-chat] { $name }: the private message to a parent did not arrive.
        [guardian-email] { $name }: the e-mail to a parent did not arrive.
       *[adult] { $name }: is waiting for a talk with a member of staff.
    }

reach-line-confirmed =
    { $way ->
        [guardian-chat] { $name }: a parent has read it.
        [guardian-email] { $name }: a parent has read it, by e-mail.
       *[group] { $name }: has read it.
    }

reach-line-spoken = { $name }: told in person by { $adult }.

reach-line-not-reached = { $name }: not reached by { $adult }, still open.

reach-line-waived = { $name }: need not get it, { $adult } decided. Reason: { $reason }

reach-group-overview =
    { $reached ->
        [one] Message to class { $class }: of the { $total } pupils, { $reached } has been reached.
       *[other] Message to class { $class }: of the { $total } pupils, { $reached } have been reached.
    }

reach-group-line-reached = { $pupil }: reached.

reach-group-line-open = { $pupil }: not reached yet.
