from quizapp.processes import in_chunks, in_processes


def double(number: int) -> int:
    return 2 * number


def test_what_comes_of_each_piece_comes_in_order_from_one_process_or_several() -> None:
    pieces = range(30)
    assert list(in_processes(double, pieces, 1)) == list(in_processes(double, pieces, 2)) == [2 * one for one in pieces]


def test_not_all_pieces_are_held_at_once() -> None:
    taken: list[int] = []
    pieces = (taken.append(one) or one for one in range(100))  # type: ignore[func-returns-value]
    next(in_processes(double, pieces, 2))
    assert len(taken) < 20


def test_things_are_taken_so_many_at_a_time() -> None:
    assert list(in_chunks(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(in_chunks([], 3)) == []
