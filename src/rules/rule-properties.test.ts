import { testRuleProperties } from "../../test/support/rule-properties.ts";

testRuleProperties(60);
