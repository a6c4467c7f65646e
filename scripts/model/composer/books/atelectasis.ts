import { book } from "../book.ts";

/** Loss of volume of lung, named as such. */
export const ATELECTASIS = book("AT", {
  names: `
    [m] atelectasis
    [m] atelectasis
    [m] subsegmental atelectasis
    [m] (discoid|plate-like|platelike|linear|bandlike) atelectasis
    [m] (bibasilar|basilar|dependent|passive|compressive|adjacent) atelectasis
    [p] atelectatic changes
    atelectatic change
    [m] (lobar|partial|segmental) (collapse|atelectasis)
    [m] <$side> (lower lobe|upper lobe|basilar|basal|lung base) atelectasis
    [p] (areas|foci) of atelectasis
    [m] left lower lobe collapse
  `,
  findings: `
    [m] <degree> <zone-adjective> atelectasis
    [m] <degree> <zone-adjective> atelectasis
    [m] <zone-adjective> (subsegmental|linear|discoid|platelike|plate-like|bandlike|passive|compressive|relaxation|streaky) atelectasis
    [m] (<chronic>|<degree>) atelectasis (in|at|of|within) the <zone>
    [m] (streaky|patchy|minimal|linear|platelike|discoid) (bibasilar|bibasal|basilar) atelectasis
    [p] <degree> (bibasilar|basilar|dependent) atelectatic changes
    [p] atelectatic changes (at|in) the <base>
    [p] (streaks|bands|areas|foci|plates|strands) of (subsegmental |discoid |linear |)atelectasis (at|in) the <zone>
    [m] (complete|partial|near complete|persistent|new) (<lobe>|right middle lobe|left lower lobe|right upper lobe) collapse
    [m] collapse of the (<lobe>|left lung|right lung|right middle lobe|left lower lobe)
    [m] volume loss and atelectasis (in|at) the <zone>
    [m] rounded atelectasis (in|at) the <$side> (base|lower lobe)
    [m] (compressive|adjacent|overlying|associated|underlying|bibasilar) atelectasis
    band of atelectasis (at|in) the <zone>
    (small|tiny) area of <$side> (basilar|lower lobe) atelectasis
    [m] (atelectasis|discoid atelectasis|subsegmental atelectasis), <zone-adjective>
    [m] postoperative (basilar |)atelectasis
    [m] (LLL|RLL|RML|bibasilar) (atx|atelectasis)
    [m] hypoventilatory atelectasis
    [m] lobar atelectasis on the <$side>
  `,
  denied: `
    [m] atelectasis
    [m] (significant|focal|lobar|large|definite) atelectasis
    [m] (lobar |)collapse
    [m] lobar collapse
    [m] atelectatic change
    [m] basilar atelectasis
    [m] (collapse|volume loss or collapse)
  `,
  clauses: `
    AT+: the (<lobe>|right middle lobe|left lower lobe) is (collapsed|atelectatic|partially collapsed)
    AT+: there is (volume loss|shift) (compatible|consistent) with <$side> (lower|upper) lobe (collapse|atelectasis)
    AT+: (low|shallow) lung volumes with (<degree> |)(bibasilar|basilar|bibasal|dependent) atelectasis
    AT+: (low lung volumes|poor inspiration|shallow inspiration|hypoinflation|suboptimal inspiration) with (resultant |associated |resulting |secondary |)(bibasilar |basilar |)(atelectasis|atelectatic change)
    AT+ PE-: (bibasilar|left basilar|right basilar) atelectasis without (effusion|pleural effusion)
    AT+: atelectasis (at|in) the (left base, the right|right base, the left) (lung|base) is clear
    AT+: lungs are clear (except for|apart from|other than|aside from) (minimal|mild|some|minor|streaky) (basilar |bibasilar |left basilar |lingular |)atelectasis
    AT+: (no acute (process|disease|abnormality) other than|nothing acute except) (mild|minimal|basilar) atelectasis
    AT+ OA: elevated <$side> hemidiaphragm with (adjacent|overlying|associated|basilar) atelectasis
    AT+ LO+: plate-like (density|opacity) (in|at) the <$side> base (is|represents|consistent with|compatible with) atelectasis
    AT?: (streaky|linear|bandlike) (change|changes) at the <base>, (perhaps|possibly|probably|questionable) atelectasis
    AT?: (possible|probable|questionable|suspected) (right middle lobe|left lower lobe|<$side> lower lobe) collapse
    AT?: subsegmental atelectasis (cannot be excluded|is possible|is suspected|is a consideration|may be present)
    AT? PN?: (developing |)pneumonia (versus|vs|vs.|or) (bibasilar |)atelectasis
    AT? PN?: atelectasis(/| or | and/or | versus )(early |developing |)pneumonia
    AT? LO?: <$side> basilar (atelectasis|subsegmental atelectasis) (versus|or|vs) (infiltrate|airspace disease|scar|scarring)
    AT? LO?: (scarring|scar|fibrosis)(/| or | and/or | versus | vs. )(subsegmental |discoid |linear |)atelectasis (at|in) the <zone>
    AT? LO?: <zone-adjective> (scarring|scar) (or|versus|and/or) (subsegmental |)atelectasis
    AT? PE?: atelectasis (and/or|or|versus) (a |)(small |)(pleural |)(effusion|fluid) at the <$side> base
    AT? CO?: <$side> (lower|upper) lobe (collapse|atelectasis)(/| or | versus | and/or )consolidation
    AT-: (previously seen |the |prior |)(bibasilar |<$side> basilar |)atelectasis has (resolved|cleared)
    AT-: interval (resolution|clearing) of (the |)(bibasilar |<$side> basilar |<$side> lower lobe |)atelectasis
    AT-: re-expansion of the <$side> (upper|lower) lobe (with resolution of|with no residual) (collapse|atelectasis)
    AT-: (lungs are |)(well expanded|fully expanded|well inflated|well aerated) without (evidence of |)(atelectasis|collapse)
    AT-: no atelectasis (is seen |)at (either|the) (base|bases|lung base)
    AT- CO-: no (lobar |)(collapse|atelectasis) or consolidation
    AT~: no (new|increase in|worsening|further|additional) atelectasis
  `,
});
