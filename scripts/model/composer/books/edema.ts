import { book } from "../book.ts";

/** Edema and failure; congestion and its weaker signs. */
export const EDEMA = book("ED", {
  names: `
    [m] pulmonary edema
    [m] edema
    [m] interstitial edema
    [m] (alveolar|mild pulmonary|pulmonary interstitial|asymmetric|noncardiogenic|cardiogenic) edema
    [m] congestive heart failure
    [m] (CHF|heart failure|congestive failure|failure|cardiac failure|cardiac decompensation)
    [m] congestive heart failure
    [p] (congestive changes|changes of heart failure|changes of CHF)
    [m] interstitial pulmonary edema
    [m] flash pulmonary edema
  `,
  findings: `
    [m] <degree> pulmonary edema
    [m] <degree> (interstitial|alveolar|pulmonary interstitial|perihilar|asymmetric|central|diffuse) edema
    [m] (<chronic>|<degree>) (interstitial |alveolar |)(pulmonary |)edema
    [m] <degree> (CHF|congestive heart failure|congestive failure|heart failure)
    [m] (interval worsening of |worsening |improving |persistent |resolving |mild |)(CHF|congestive heart failure|pulmonary edema|edema)
    [m] edema (at the bases|in a perihilar distribution|, right greater than left|with Kerley B lines)
    [m] (decompensated|compensated|biventricular|left) (congestive |)heart failure
    [p] <degree> changes of (congestive (heart |)failure|CHF|pulmonary edema)
    [p] findings of (<degree> |)(pulmonary edema|congestive heart failure|volume overload with edema|CHF)
    [m] bat-wing (pulmonary |)edema
    pattern of (mild |moderate |)(interstitial|alveolar) edema
    component of (mild |)(pulmonary |interstitial |)edema
  `,
  denied: `
    [m] pulmonary edema
    [m] edema
    [m] (overt|frank|interstitial|alveolar|significant|acute|gross) (pulmonary |)edema
    [m] congestive heart failure
    [m] (CHF|heart failure|failure|congestive failure|overt failure|congestive changes|acute CHF|cardiac decompensation)
    [m] (pulmonary |)vascular congestion
    [m] (congestion|pulmonary venous congestion|venous congestion|pulmonary congestion)
    [p] (signs|findings|radiographic signs|features) of (heart failure|congestive failure|edema|CHF)
    [m] overt (edema|failure|CHF)
    [m] (edema|interstitial edema)
  `,
  clauses: `
    ED+: (findings|changes|appearance|the above|constellation of findings) (are |is |)(consistent|compatible|in keeping) with (<degree> |)(pulmonary edema|CHF|congestive heart failure|interstitial edema|fluid overload and edema|congestive failure)
    ED+: (Kerley B|septal|Kerley) lines (are (seen|present) |)(consistent with|indicating|compatible with|reflecting) (interstitial |)edema
    ED+ CM+: cardiomegaly (with|and) (<degree> |)(pulmonary edema|interstitial edema|CHF|congestive heart failure|congestive failure|failure)
    ED+ CM+: (enlarged heart|heart is enlarged) with (<degree> |)(pulmonary edema|interstitial edema|edema|congestive heart failure)
    ED+ PE+: (pulmonary edema|congestive heart failure|CHF|interstitial edema) with (small |moderate |)(bilateral |left |right |)(pleural |)effusions
    ED+: (vascular congestion|pulmonary vascular congestion|cephalization) (and|with) (<degree> |)(interstitial |pulmonary |)edema
    ED+: pulmonary vascular congestion has progressed to (mild |frank |)(interstitial |)edema
    ED+: (edema|pulmonary edema|failure|CHF) (has (improved|worsened|progressed|increased|nearly resolved)|is (improving|worsening|resolving|unchanged|slightly worse))
    ED+ LO+: (diffuse|bilateral|perihilar) (airspace |interstitial |)opacities (consistent with|likely representing|compatible with|likely reflecting|due to) (<degree> |)(pulmonary |)edema
    ED+ LO+: (increased|prominent) interstitial markings (consistent with|compatible with|likely reflecting|indicating) (mild |)(interstitial edema|CHF|edema|failure)
    ED+: (fluid overload|volume overload) with (pulmonary |interstitial |)(edema|failure)
    ED?: (<degree> |)(pulmonary |central |)(vascular|venous) congestion
    ED?: (<degree> |)(pulmonary |central |)(vascular|venous) congestion (is (seen|noted|present|unchanged|improved|stable)|has (improved|increased|decreased))
    ED?: there is (<degree> |)((pulmonary |central |perihilar |)vascular (congestion|prominence|engorgement|redistribution)|(pulmonary |)venous (congestion|hypertension|engorgement))
    ED?: (the |)(pulmonary |central |perihilar |)((vasculature|vascularity) (is|appears)|(vascular markings|vessels) (are|appear)) (mildly |slightly |)(congested|engorged|indistinct|ill-defined|prominent|increased|hazy|cephalized|plethoric|accentuated|slightly full)
    ED?: (indistinct|prominent|engorged|ill-defined|indistinctness of the) (pulmonary |central |perihilar |)(vessels|vasculature|vascularity)
    ED?: (cephalization|cephalad redistribution|upper lobe redistribution|vascular redistribution) (of (the |)(pulmonary |)(vasculature|flow|vessels)|is (noted|seen|present))
    ED?: (mild |slight |minimal |)(volume|fluid) overload
    ED?: (findings|appearance) (suggest|suggesting|suggestive of|may represent|consistent with|compatible with) (<degree> |)(volume overload|fluid overload|pulmonary venous hypertension|vascular congestion)
    ED? LO+: (interstitial (markings|prominence|opacities)|increased interstitial markings|interstitial opacity), (possibly|which may represent|may reflect|could represent|suggestive of|suspicious for|concerning for) (<degree> |)(interstitial |)(edema|pulmonary edema|CHF|failure)
    ED? LO+: (increased|prominent|coarse) interstitial (markings|pattern), (edema versus (atypical infection|chronic change|fibrosis)|may be chronic or due to (mild |)edema)
    ED?: (vascular congestion|pulmonary vascular congestion|central congestion) without (overt |frank |interstitial |alveolar |significant |evidence of |)(pulmonary |)edema
    ED?: (pulmonary vascular congestion|vascular prominence|vascular congestion), (but|with) no (overt |frank |definite |)(edema|pulmonary edema|failure)
    ED? CM+: (cardiomegaly|enlarged heart|cardiac enlargement) (with|and) (<degree> |)(pulmonary |)(vascular|venous) (congestion|prominence)
    ED? CM+: cardiomegaly (with|and) (possible|probable|suspected|questionable|?) (mild |early |)(edema|failure|CHF|congestive failure|congestive heart failure)
    ED?: (early|mild|developing|incipient|superimposed|some) (failure|edema|CHF|interstitial edema|fluid overload) (cannot be excluded|is suspected|is not excluded|is possible|may be present|is questioned)
    ED?: (clinical correlation|correlate clinically|please correlate|correlation) (for|with signs of) (fluid overload|heart failure|CHF|volume overload)
    ED?: borderline (congestive failure|failure|CHF)
    ED~: no (new|increase in|worsening) (edema|congestion)
    ED-: (pulmonary |)(edema|vascular congestion|congestive failure|CHF) has (resolved|cleared|completely resolved)
    ED-: interval (resolution|clearing) of (the |)(pulmonary |interstitial |)(edema|congestion|CHF|failure|vascular congestion)
    ED-: (pulmonary |)(vasculature|vascularity|vessels) (is|are) (normal|within normal limits|not (engorged|congested)|unremarkable) (without|and there is no|with no) (evidence of |)(edema|congestion|failure|CHF)
    ED-: (vasculature|pulmonary vessels|the pulmonary vessels|vascularity) (is|are) not (congested|engorged)
    ED-: no (evidence of |signs of |radiographic evidence of |findings of )(failure|CHF|congestive heart failure|edema|pulmonary edema|vascular congestion|fluid overload)
    ED-: (edema|pulmonary edema|failure|congestive failure|CHF) is (not (suspected|seen|evident|present)|unlikely|absent)
    ED- CM+: cardiomegaly (without|with no|but no) (evidence of |overt |radiographic evidence of |)(failure|CHF|congestive heart failure|pulmonary edema|edema|vascular congestion|decompensation)
    ED- CM+: (the |)heart is (mildly |moderately |)enlarged (without|with no|but there is no) (evidence of |)(edema|failure|CHF|vascular congestion|pulmonary edema)
    ED- CM-: (no cardiomegaly or|heart is not enlarged and there is no) (edema|failure|congestion|congestive failure)
    ED- PE-: no (edema|congestion|failure|CHF)(, no | or )(pleural |)effusion
  `,
});
