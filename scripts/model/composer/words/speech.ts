/**
 * @file Words of speech that frames share: seeing, hedging, asserting, recommending.
 */
export const SPEECH_WORDS = {
  seen: `
    seen
    noted
    present
    identified
    visualized
    demonstrated
    observed
    evident
    appreciated
    apparent
    visible
    again seen
    again noted
    again demonstrated
    once again noted
    now seen
    now present
  `,
  shown: `
    seen
    identified
    noted
    visualized
    demonstrated
    evident
    appreciated
    detected
    observed
    present
    apparent
    found
    recognized
    discernible
    visible
    appreciable
  `,
  perhaps: `
    possibly
    perhaps
    probably
    questionably
    possibly
    potentially
    presumably
    conceivably
  `,
  possible: `
    possible
    probable
    questionable
    suspected
    potential
    question of
    question
    ?
    (cannot|can not) exclude
    presumed
    suggestion of
    suspicion of
    equivocal
    (a |)suspicion for
  `,
  "may-be": `
    may represent
    might represent
    could represent
    may be
    might be
    could be
    may reflect
    could reflect
    might reflect
    may indicate
    could indicate
    may relate to
    could relate to
    may be related to
    may be due to
    could be secondary to
    might be on the basis of
    may be from
    possibly represents
    possibly represent
    probably represents
    (raises|raise) the (possibility|question|concern) of
    <is> suspicious for
    <is> concerning for
    <is> worrisome for
    <is> suggestive of
    suggests
    suggest
    suggesting
    suspicious for
    concerning for
    concerning for
    worrisome for
    suggestive of
    raising the (possibility|question|concern) of
    which (may|could|might) (represent|reflect|be)
    that (may|could|might) (represent|reflect|be)
    (favored|felt) to (possibly |)represent
    favored to be
    favoring
    questionable for
    in the appropriate (clinical |)setting could (represent|reflect)
    for which (the differential includes|considerations include)
    with a differential that includes
  `,
  "perhaps-being": `
    (which|that) (may|might|could) (represent|reflect|be|indicate|relate to|be due to|be related to)
    (possibly|probably|perhaps|presumably|potentially) (representing|reflecting|related to|due to|from|indicating|)
    suspicious for
    concerning for
    worrisome for
    suggestive of
    suggesting
    raising the (possibility|question|concern) of
    questionable for
    favored to represent
    for which the differential includes
    (may|could) represent
  `,
  "likely-being": `
    likely (representing|reflecting|related to|due to|secondary to|from|)
    most likely (representing|reflecting|related to|secondary to|due to|)
    (most |)consistent with
    (most |)compatible with
    in keeping with
    representing
    reflecting
    (which|that) likely (represents|reflects)
    due to
    secondary to
    related to
    indicating
    typical of
    indicative of
  `,
  "likely-is": `
    likely representing
    likely reflecting
    likely related to
    likely due to
    most likely
    likely
    consistent with
    compatible with
    in keeping with
    representing
    reflecting
    most consistent with
    most compatible with
    (which|that) likely (represents|reflects)
    (which|that) <is> (consistent|compatible) with
    most likely (representing|reflecting|related to|secondary to|due to)
    due to
    secondary to
    related to
    likely on the basis of
    indicating
    <is> most likely
    <is> (consistent|compatible) with
    (represents|reflects)
    typical of
    diagnostic of
    indicative of
  `,
  or: `
    or
    or
    or
    versus
    vs
    vs.
    and/or
    /
  `,
  recommend: `
    (is|would be) (recommended|suggested|advised)
    may be (helpful|considered|useful|of value)
    (should|could) be (obtained|considered)
    is recommended (for further evaluation|if clinically indicated)
  `,
  "follow-up": `
    follow-up
    followup
    short-term followup
    follow-up radiographs
    repeat (PA and lateral |)(radiographs|chest x-ray|imaging|exam)
    CT
    chest CT
    CT of the chest
    CT thorax
    noncontrast chest CT
    contrast-enhanced CT
    dedicated imaging
    a lateral view
    correlation with prior films
    cross-sectional imaging
  `,
  definite: `
    definite
    obvious
    convincing
    definitive
    discrete
    gross
    significant
    large
    focal
    acute
    appreciable
    sizable
    overt
    clear-cut
    radiographic
    visible
    radiographically evident
    discernible
    demonstrable
    dominant
    suspicious
    confluent
  `,
  film: `
    radiograph
    film
    study
    exam
    examination
    view
    image
    portable film
    chest x-ray
  `,
  limited: `
    limited by (patient rotation|body habitus|portable technique|low lung volumes|motion|overlying structures|underpenetration)
    limited
    suboptimal
    compromised by (rotation|technique|motion artifact)
    degraded by (motion|body habitus)
  `,
} as const satisfies Readonly<Record<string, string>>;
