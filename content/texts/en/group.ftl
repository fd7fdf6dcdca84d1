### /koppel, and who may be in a class group. Texts with -group- in their name go to a group.

couple-group-done =
    This group now belongs to class { $class }.
    Only pupils of this class and members of staff may be in it.

couple-group-undone =
    This group no longer belongs to class { $class }.

couple-link =
    The group of class { $class } is ready. Pupils use this link to ask to join:
    { $link }
    I let in only pupils of this class.

couple-group-class-missing =
    Which class does this group belong to? Type /koppel and the class, for example /koppel 7B.

couple-group-unknown-class =
    I don't know class { $class }. Check that you typed the name correctly.

couple-group-already =
    This group already belongs to class { $class }.

couple-group-class-elsewhere =
    Class { $class } already has another group. A class has one group.

couple-group-only-staff =
    Only a member of staff of this class can tie a group to it.

## What is still wrong with a group

couple-group-not-a-group =
    This is not a group. Make a closed group, add me to it and type /koppel and the class there.

couple-group-public =
    This group is public. A class group must be closed.
    Set the group to private in its settings. Then type /koppel again.

couple-group-bot-is-no-admin =
    I am not an admin of this group yet. Make me an admin. Then type /koppel again.

couple-group-rights-missing =
    I am an admin, but I may not do enough yet. Turn on the rights below. Then type /koppel again.

couple-rights-lost =
    In the group of class { $class } I can no longer do my work. Please check my rights there.

couple-rights-back =
    In the group of class { $class } I may do my work again. I check myself who of the class is in it. I only notice others when they write something. So please check that there are no strangers in it.

right-delete-messages = Delete messages of others.

right-invite = Invite people and handle requests to join.

right-remove-members = Remove people from the group.

## Who wants to join: what the teacher hears

join-admit =
    { $name } is now in the group of class { $class }.

join-unknown-account =
    Somebody wanted to join the group of class { $class }. I don't know that account, so I refused it.
    Does this person belong to the class? Then hand out a code from school.

join-other-class =
    { $name } wanted to join the group of class { $class }, but is in another class. I refused it.

join-guardian =
    { $name } wanted to join the group of class { $class }. This is a parent, so I refused it.

join-staff =
    { $name } wanted to join the group of class { $class }. This is a member of staff who does not belong to this class. I refused it.

join-no-consent =
    { $name } wanted to join the group of class { $class }. The consent is missing, so I refused it.

join-removed-unknown =
    Somebody I don't know was in the group of class { $class }. I have removed that account.

join-removed-known =
    { $name } was in the group of class { $class }, but does not belong there. I have removed that account.

join-not-removed-unknown =
    Somebody I don't know is in the group of class { $class }. I can't remove that account.
    Please take it out of the group yourself.

join-not-removed-known =
    { $name } is in the group of class { $class }, but does not belong there.
    I can't remove that account. Please take it out of the group yourself.

join-stranger-unknown =
    Somebody I don't know writes in the group of class { $class }. Please look who it is.
    Does this person not belong there? Then take them out of the group.

join-stranger-known =
    { $name } writes in the group of class { $class }, but does not belong there.
    Please take { $name } out of the group.

join-stranger-leads-unknown =
    Somebody I don't know is an admin of the group of class { $class }. Please look who it is.
    I can't remove an admin myself.

join-stranger-leads-known =
    { $name } is an admin of the group of class { $class }, but does not belong there.
    I can't remove an admin myself.

## Who wants to join: what that person hears

join-start-first =
    You want to join a class group, but I don't know yet who you are.
    Type /start here, followed by your code from school. Then ask again to join.

join-welcome =
    You are now in the group of class { $class }. Welcome!

join-refused =
    You can't join this group. Do you think this is a mistake? Ask your mentor.
