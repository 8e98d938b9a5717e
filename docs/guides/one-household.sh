#!/usr/bin/env bash
# 一户的故事:从申请到建档立卡,再被回放。The story of one household, from application to replay.
# 先 ./run,再运行本脚本;重复运行不改变任何事实(同一键同一答案)。
# Start ./run first. Running it again changes nothing: the same key gets the same answer.
set -euo pipefail
register=${HOUSEHOLD_URL:-http://127.0.0.1:8081}
reporting=${REPORTING_URL:-http://127.0.0.1:8084}
village=513423199201
household=household-01a0c0de-0000-7000-8000-000000000001
meeting=assessment-01a0c0de-0000-7000-8000-000000000002
first=notice-01a0c0de-0000-7000-8000-000000000003
second=notice-01a0c0de-0000-7000-8000-000000000004

# say PATH BODY: one command. Its key is its path, so it has one effect however often it is sent.
# What the county decides is entered by the county: role=county-officer.
say() {
  echo "→ POST $1"
  curl -sS -X POST "$register$1" -H 'Content-Type: application/json' -H "Idempotency-Key: story:$(tr '/' ':' <<<"$1" | tail -c 80)" \
    -H "Fupin-Actor: ${actor:-clerk-7}" -H "Fupin-Role: ${role:-township-clerk}" -H "Fupin-Region: ${region:-513423199000}" -d "$2"
  echo
}

# 姓名、证件号、电话在门口即被加密,事件里只有“阿**”。Sealed at the door; events hold only the stars.
say /households/$household/application '{"region":"'$village'","group":"2组","appliedOn":"2014-09-01","members":[
  {"name":"阿木拉","identityNumber":"999999196803120010","phone":"19900000001","relation":"HEAD"},
  {"name":"吉克阿呷","identityNumber":"999999197005200029","relation":"SPOUSE"}]}'
say /households/$household/survey '{"surveyedOn":"2014-09-03","surveyors":["包村干部","村文书"],"incomeYear":2013,
  "wageFen":200000,"businessFen":300000,"transferFen":50000,"propertyFen":0,"costFen":30000,"waterSafe":false,"housingSafe":false}'
say /assessments/$meeting/holding '{"region":"'$village'","heldOn":"2014-09-05","attendance":31,
  "ballots":[{"householdId":"'$household'","votesFor":29,"votesAgainst":2}]}'
say /households/$household/assessment '{"assessmentId":"'$meeting'"}'
say /notices/$first/posting '{"kind":"FIRST","region":"'$village'","place":"村公开栏","postedOn":"2014-09-06","householdIds":["'$household'"]}'
say /notices/$first/closing '{"closedOn":"2014-09-14"}'
say /households/$household/township-review '{"noticeId":"'$first'","reviewedOn":"2014-09-15","decidedBy":{"body":"镇人民政府"}}'
say /notices/$second/posting '{"kind":"SECOND","region":"'$village'","place":"村公开栏","postedOn":"2014-09-16","householdIds":["'$household'"]}'
say /notices/$second/closing '{"closedOn":"2014-09-24"}'
actor=officer-2 role=county-officer region=513423000000 say /households/$household/registration '{"noticeId":"'$second'","approvedOn":"2014-09-25","announcedOn":"2014-09-26",
  "decidedBy":{"body":"县扶贫开发领导小组"},"standard":"NATIONAL","householdType":"GENERAL","mainCause":"WATER","otherCauses":["SKILLS"],"quotaYear":2014}'

# 它的历史:每个事件是谁录入、谁决定、何时记录、摘要;以及 2014-09-10 那天的状态。
# Its history: who entered and who decided each event, when it was recorded, its digest; and its state on that day.
echo "→ GET $reporting/households/$household/history?effective=2014-09-10"
curl -sS "$reporting/households/$household/history?effective=2014-09-10"
echo
