-- How many households a helper has at once is asked of the times alone, helper_time: nothing reads or writes this.
drop table helper_load;
