"""Room 4: questions to the tables. Finding is authorising: what a person may not see is not found."""
