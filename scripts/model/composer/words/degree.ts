/**
 * @file Words for how much, how large, how old, of what shape, and for change over time.
 */
export const DEGREE_WORDS = {
  size: `
    small
    small
    tiny
    trace
    minimal
    moderate
    moderate-sized
    moderately large
    large
    very small
    small to moderate
    moderate to large
    massive
    sizable
  `,
  degree: `
    mild
    mild
    minimal
    moderate
    severe
    slight
    marked
    mild to moderate
    moderate to severe
    moderately severe
    minor
    subtle
    extensive
    very mild
    fairly extensive
    trace
    low-grade
  `,
  tiny: `
    tiny
    small
    subcentimeter
    small
    large
    rounded
    well-circumscribed
    ill-defined
    vague
    discrete
    spiculated
    lobulated
    dominant
    solitary
    smoothly marginated
    irregular
    peripheral
  `,
  chronic: `
    chronic
    stable
    unchanged
    persistent
    old
    longstanding
    residual
    known
    recurrent
    acute
    new
    worsening
    improving
    increased
    decreased
    increasing
    decreasing
    progressive
    resolving
    subacute
    slowly resolving
    slightly worse
    similar
    previously noted
    evolving
  `,
  shape: `
    patchy
    hazy
    ill-defined
    streaky
    linear
    confluent
    focal
    diffuse
    vague
    bandlike
    ground-glass
    scattered
    wedge-shaped
    multifocal
    fluffy
    dense
    heterogeneous
    faint
    asymmetric
    rounded
    reticular
    amorphous
  `,
  mm: `
    (2|3|4|5|6|7|8|9|11|12|14|15|18) mm
    (1|1.2|1.5|1.8|2|2.3|2.5|3|3.4|4|5|6) cm
    (4|5|6|8|12)-mm
    (1|1.5|2|3)-cm
    (1.2|2.1|3.4|4.5) x (1.1|1.8|2.6|3) cm
    (approximately|roughly|about) (5 mm|8 mm|1 cm|2 cm)
    (subcentimeter|centimeter-sized)
  `,
  increased: `
    increased
    worsened
    progressed
    enlarged
    become larger
    become more conspicuous
    become more pronounced
    slightly increased (in size|)
    increased in (size|extent|the interval)
    (mildly|slightly|markedly|significantly) worsened
    grown
  `,
  decreased: `
    decreased
    improved
    diminished
    partially (cleared|resolved)
    nearly (completely |)(cleared|resolved)
    regressed
    slightly (improved|decreased)
    become smaller
    (largely|almost completely|incompletely) (resolved|cleared)
    decreased in (size|extent)
    lessened
    substantially improved
  `,
  stayed: `
    unchanged
    stable
    not significantly changed
    essentially unchanged
    similar (in appearance|)
    grossly stable
    again (seen|noted|demonstrated|evident|identified)
    redemonstrated
    grossly similar
    persistent
    unaltered
    stable (in size|in appearance|in extent)
    without (significant |appreciable |)(interval |)change
  `,
  compared: `
    compared (to|with) (the |)(prior|previous|last|most recent|earlier) (exam|examination|study|radiograph|film|chest x-ray)
    since (the |)(prior|previous|last) (exam|examination|study|film|radiograph)
    from (the |)(prior|previous) (exam|study|examination)
    in the interval
    compared to <date>
    since <date>
    as compared to <date>
    when compared (to|with) <date>
    (over|during) the interval
    since yesterday
    from earlier today
    compared to the outside (study|film)
  `,
  date: `
    <mark>
    <mark>
    (1|2|3|4|5|6|7|8|9|10|11|12)/(2|4|7|9|11|15|18|21|24|27|30)/(2009|2010|2011|2012|2013|2014|2016|2018|19|21)
    (January|February|March|April|May|June|July|August|September|October|November|December) (1|3|6|8|12|14|19|22|25|28), (2009|2011|2012|2013|2015|2017)
    (two|three|six|ten) (days|weeks|months) (ago|earlier)
  `,
  time: `
    (0|1)(1|2|3|5|7|8|9)(:|)(04|12|25|30|41|55) (hours|)
    (1|2|3|4|6|7|8|9|10|11|12):(05|10|22|37|48|59) (AM|PM|a.m.|p.m.)
    <mark>
  `,
  doctor: `
    Dr. <mark>
    Dr. <mark>
    the (referring|ordering|covering) (physician|provider|clinician|team)
    the (emergency department|ED|ICU|floor) (physician|team|nurse|resident)
    the primary team
    <mark>
  `,
} as const satisfies Readonly<Record<string, string>>;
